/**
 * Invented job postings by the million, the same for the same seed. Start at {@link
 * org.insignia.bench.postings.PostingGenerator}.
 */
@NullMarked
package org.insignia.bench.postings;

import org.jspecify.annotations.NullMarked;
