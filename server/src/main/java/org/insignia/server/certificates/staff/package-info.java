/**
 * How an organisation's staff lays down the look of its certificates. Start at {@link
 * org.insignia.server.certificates.staff.DesignPages}.
 */
@NullMarked
package org.insignia.server.certificates.staff;

import org.jspecify.annotations.NullMarked;
