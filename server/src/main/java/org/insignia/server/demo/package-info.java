/**
 * Demo data, laid through the same doors as everything else. Start at {@link
 * org.insignia.server.demo.Demo}.
 */
@NullMarked
package org.insignia.server.demo;

import org.jspecify.annotations.NullMarked;
