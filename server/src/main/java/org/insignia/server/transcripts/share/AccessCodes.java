package org.insignia.server.transcripts.share;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.insignia.server.accounts.password.Passwords;
import org.springframework.stereotype.Component;

/**
 * Judges, hashes and checks access codes. They are short, so they are hashed like passwords: who
 * steals the table still needs a tenth of a second for each guess.
 */
@Component
public final class AccessCodes {
  private final Passwords passwords;
  private final Set<String> wellKnown = wellKnown();

  AccessCodes(Passwords passwords) {
    this.passwords = passwords;
  }

  /** What speaks against a chosen code. Names are keys of texts. */
  public enum Objection {
    SHORT,
    LONG,
    GUESSABLE
  }

  /**
   * What speaks against it, if anything: fewer than eight letters and digits, more than 64
   * characters, or what everybody would try first.
   *
   * @param about words that whoever knows the earner knows
   */
  public Optional<Objection> objection(AccessCode code, Collection<String> about) {
    var text = code.text();
    if (text.codePointCount(0, text.length()) > AccessCode.LONGEST) {
      return Optional.of(Objection.LONG);
    }
    if (code.length() < AccessCode.SHORTEST) {
      return Optional.of(Objection.SHORT);
    }
    var plain = plain(text);
    var stem = plain.replaceAll("^\\d+|\\d+$", "");
    return wellKnown.contains(plain)
            || wellKnown.contains(stem)
            || passwords.isGuessable(plain, about)
        ? Optional.of(Objection.GUESSABLE)
        : Optional.empty();
  }

  /** Argon2id with its salt and figures. */
  String hash(AccessCode code) {
    return passwords.hash(code.normal());
  }

  /** Whether it is the code of this hash; the same work is done where there is none. */
  public boolean matches(AccessCode code, Optional<String> hash) {
    return hash.isPresent()
        ? passwords.matches(code.normal(), hash.get())
        : passwords.matchesNobody(code.normal());
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static Set<String> wellKnown() {
    try (var in =
        Objects.requireNonNull(
            AccessCodes.class.getResourceAsStream("/transcripts/well-known-codes.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
