/**
 * Open Badges 2.0 and older: the classes as records, and how an assertion is judged. Start at
 * {@link org.insignia.openbadges.ob2.Assertion} and {@link
 * org.insignia.openbadges.ob2.AssertionJudge}.
 */
package org.insignia.openbadges.ob2;
