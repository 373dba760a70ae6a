package org.insignia.server.insights.skill;

import java.util.List;

/**
 * What the operator calls a skill.
 *
 * @param name of one of the product's skills, in any of its spellings, or of a new one
 * @param aliases other spellings, with the marks of {@link Alias}
 */
record OwnSkill(String name, List<String> aliases) {
  OwnSkill {
    aliases = List.copyOf(aliases);
  }
}
