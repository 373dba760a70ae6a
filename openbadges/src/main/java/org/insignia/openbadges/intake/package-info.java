/**
 * What was handed in, as far as its outer form tells. Start at {@link
 * org.insignia.openbadges.intake.Source}.
 */
package org.insignia.openbadges.intake;
