/**
 * Who has earned what, and why. Start at {@link org.insignia.server.eligibility.Decision}, which is
 * pure, and {@link org.insignia.server.eligibility.Awards}, which keeps what it decides.
 */
@NullMarked
package org.insignia.server.eligibility;

import org.jspecify.annotations.NullMarked;
