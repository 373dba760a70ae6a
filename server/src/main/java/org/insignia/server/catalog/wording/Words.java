package org.insignia.server.catalog.wording;

import java.util.List;

/**
 * The words of an achievement in one language.
 *
 * @param criteria how it is earned, in sentences
 * @param skills phrases; empty where no source has them in this language
 */
public record Words(String name, String description, String criteria, List<String> skills) {
  public Words {
    skills = List.copyOf(skills);
  }
}
