/**
 * Many credentials that differ in a few values: compiled once, signed fast. Start at {@link
 * org.insignia.openbadges.issue.Template}.
 */
package org.insignia.openbadges.issue;
