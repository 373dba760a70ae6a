/**
 * The classes of Open Badges 3.0 and CLR 2.0 as records. Start at {@link
 * org.insignia.openbadges.model.AchievementCredential}.
 */
package org.insignia.openbadges.model;
