package org.insignia.server.insights.skill;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something people can do and employers ask for.
 *
 * @param id its name in addresses and indexes, for example {@code csharp}; never given to another
 * @param name as it is shown, the same in every language
 * @param onet what O*NET calls it among its technology skills; empty where it does not
 * @param esco its concept in ESCO; null where there is none
 * @param occupations in which it is asked for first of all, as codes of SOC 2018: {@code 15-1252}
 */
public record Skill(
    String id, String name, String onet, @Nullable URI esco, List<String> occupations) {
  public Skill {
    occupations = List.copyOf(occupations);
  }
}
