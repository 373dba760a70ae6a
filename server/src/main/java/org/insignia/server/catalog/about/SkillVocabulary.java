package org.insignia.server.catalog.about;

import java.util.List;

/** Port: the skills that the product knows by name, offered to whoever types one. */
@FunctionalInterface
public interface SkillVocabulary {
  /** Names, the same in every language, in alphabetical order. */
  List<String> names();
}
