/**
 * What can be earned, for programs: exams, certifications and rules to read, achievements to make
 * and change. Start at {@link org.insignia.server.api.catalogue.AchievementsApi}.
 */
@NullMarked
package org.insignia.server.api.catalogue;

import org.jspecify.annotations.NullMarked;
