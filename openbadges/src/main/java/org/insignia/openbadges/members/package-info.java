/**
 * Members of JSON objects as typed values, with the place of whatever is wrong. Start at {@link
 * org.insignia.openbadges.members.MemberReader}.
 */
package org.insignia.openbadges.members;
