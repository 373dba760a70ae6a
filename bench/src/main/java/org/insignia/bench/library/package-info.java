/**
 * How fast the library is, each figure beside its limit. Start at {@link
 * org.insignia.bench.library.IssueBenchmark}.
 */
@NullMarked
package org.insignia.bench.library;

import org.jspecify.annotations.NullMarked;
