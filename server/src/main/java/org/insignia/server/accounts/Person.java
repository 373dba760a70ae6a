package org.insignia.server.accounts;

import java.time.Instant;
import java.util.Optional;
import org.insignia.server.platform.i18n.Language;

/**
 * Somebody with an account and at least one verified address.
 *
 * @param name exactly as the person writes it
 * @param vanity the last part of the public profile's address, for example {@code ana-silva}
 */
public record Person(PersonId id, String name, String vanity, Language language, Instant since) {
  private static final int LONGEST_NAME = 200;

  /**
   * The name to keep of what was typed: all of it but the blanks around. Empty if nothing is left,
   * it is too long, or it holds control or direction-changing characters.
   */
  public static Optional<String> parseName(String typed) {
    var name = typed.strip();
    boolean plain =
        name.codePoints()
            .noneMatch(c ->
                Character.isISOControl(c)
                    || c >= 0x202A && c <= 0x202E
                    || c >= 0x2066 && c <= 0x2069);
    return !name.isEmpty() && plain && name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? Optional.of(name)
        : Optional.empty();
  }
}
