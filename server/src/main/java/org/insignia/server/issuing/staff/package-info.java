/**
 * Pages on which staff give badges themselves, one or a list. Start at {@link
 * org.insignia.server.issuing.staff.IssuePages}.
 */
@NullMarked
package org.insignia.server.issuing.staff;

import org.jspecify.annotations.NullMarked;
