package org.insignia.server.transcripts.share;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.insignia.server.transcripts.guard.Count;

/**
 * Names a share to those it is for: 128 random bits in Crockford's base 32, so that it can be read
 * out and typed. It opens nothing by itself.
 *
 * @param value 26 capital letters and digits, without I, L, O and U
 */
public record TranscriptId(String value) {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern FORM = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");
  private static final int LONGEST_TYPED = 100;
  private static final int LENGTH = 26;
  private static final int BITS = 128;
  private static final int GROUP = 5;
  private static final int GROUPS = 5;

  public TranscriptId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a transcript ID");
    }
  }

  /** A new one. */
  public static TranscriptId fresh(SecureRandom random) {
    var rest = new BigInteger(BITS, random);
    var text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      text.append(DIGITS.charAt(rest.intValue() & 31));
      rest = rest.shiftRight(5);
    }
    return new TranscriptId(text.reverse().toString());
  }

  /**
   * Reads what somebody typed: blanks and dashes may stand anywhere, capitals do not matter, O is
   * taken as 0, and I and L as 1.
   */
  public static Optional<TranscriptId> parse(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    var plain =
        typed
            .replaceAll("[\\s\\p{Z}\\p{Pd}]", "")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return FORM.matcher(plain).matches() ? Optional.of(new TranscriptId(plain)) : Optional.empty();
  }

  /** What tries at a transcript are counted under, whether or not there is one of this ID. */
  public String countedUnder() {
    return Count.subject("transcript", value);
  }

  /** In groups, as it is shown and as it stands in links: {@code 7ZK4M-...}. */
  public String text() {
    var text = new StringBuilder();
    for (int group = 0; group < GROUPS; group++) {
      int end = group == GROUPS - 1 ? LENGTH : (group + 1) * GROUP;
      text.append(group == 0 ? "" : "-").append(value, group * GROUP, end);
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return text();
  }
}
