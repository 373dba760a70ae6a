/**
 * Which skills a text speaks of: a curated table of skills with their other names, and a tagger.
 * Start at {@link org.insignia.server.insights.skill.SkillTagger}.
 */
@NullMarked
package org.insignia.server.insights.skill;

import org.jspecify.annotations.NullMarked;
