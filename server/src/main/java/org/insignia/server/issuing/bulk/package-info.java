/**
 * Lists of people whom staff give badges: read in, their columns understood, tried without effect,
 * then issued chunk by chunk. Start at {@link org.insignia.server.issuing.bulk.Runs}.
 */
@NullMarked
package org.insignia.server.issuing.bulk;

import org.jspecify.annotations.NullMarked;
