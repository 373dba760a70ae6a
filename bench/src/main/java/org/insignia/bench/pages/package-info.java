/**
 * Loads a running server with questions for public pages. Start at {@link
 * org.insignia.bench.pages.OpenLoad}.
 */
@NullMarked
package org.insignia.bench.pages;

import org.jspecify.annotations.NullMarked;
