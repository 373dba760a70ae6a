package org.insignia.server.organisations.founding;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An organisation as an operator would like to have it.
 *
 * @param slug its name in addresses, for ever
 */
public record Foundation(String name, String slug) {
  /** The longest name. */
  public static final int LONGEST_NAME = 120;

  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,58}[a-z0-9]");

  public Foundation {
    name = name.strip();
    slug = slug.strip();
  }

  /** What is wrong with one. */
  public enum Objection {
    NAME,
    SLUG
  }

  /** What is wrong with it. */
  public Set<Objection> objections() {
    var found = EnumSet.noneOf(Objection.class);
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      found.add(Objection.NAME);
    }
    if (!SLUG.matcher(slug).matches()) {
      found.add(Objection.SLUG);
    }
    return found;
  }
}
