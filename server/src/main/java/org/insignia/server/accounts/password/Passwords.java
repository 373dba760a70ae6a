package org.insignia.server.accounts.password;

import java.text.Normalizer;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Judges, hashes and checks passwords. Every password is taken in Unicode form NFC and counted in
 * code points.
 */
@Component
public final class Passwords {
  /** Shortest password where it is the only factor (SP 800-63B-4). */
  public static final int MIN = 15;

  /** Longest; bounds the work of one request. */
  public static final int MAX = 256;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;

  private final Argon2PasswordEncoder argon2;
  private final String nobody;
  private final GuessableWords guessable = GuessableWords.bundled();

  @Autowired
  Passwords(Optional<HashingWork> work) {
    this(work.orElse(HashingWork.USUAL));
  }

  private Passwords(HashingWork work) {
    this.argon2 =
        new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, work.memory(), work.passes());
    this.nobody =
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(
                work.memory(), work.passes(), LANES, nothing(SALT_BYTES), nothing(HASH_BYTES));
  }

  /**
   * What speaks against a password, the plainest reason first.
   *
   * @param about words an attacker knows: name, address, host
   */
  public Optional<Weakness> weakness(String password, Collection<String> about) {
    var normal = normal(password);
    int length = normal.codePointCount(0, normal.length());
    if (length < MIN) {
      return Optional.of(Weakness.TOO_SHORT);
    }
    if (length > MAX) {
      return Optional.of(Weakness.TOO_LONG);
    }
    return guessable.weakness(normal, List.copyOf(about));
  }

  /**
   * Whether guessing programs try this text early, whatever its length.
   *
   * @param about words an attacker knows: name, address, host
   */
  public boolean isGuessable(String text, Collection<String> about) {
    return guessable.weakness(normal(text), List.copyOf(about)).isPresent();
  }

  /** Argon2id, salt and figures included in the text. */
  public String hash(String password) {
    return argon2.encode(normal(password));
  }

  /** Whether this is the password of that hash. */
  public boolean matches(String password, String hash) {
    return password.length() <= MAX * 2 && argon2.matches(normal(password), hash);
  }

  /**
   * Takes as long as {@link #matches} and never does: so that an answer does not tell whether
   * somebody has an account.
   */
  public boolean matchesNobody(String password) {
    return matches(password, nobody) && false;
  }

  /** Made of nothing: to check it takes the work of any other, and it is never right. */
  String nobody() {
    return nobody;
  }

  private static String nothing(int bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
  }

  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }
}
