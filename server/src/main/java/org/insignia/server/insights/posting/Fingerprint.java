package org.insignia.server.insights.posting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers that are equal for equal postings. */
final class Fingerprint {
  /** Behind ASCII, of which the letters and digits are known without asking. */
  private static final int FIRST_OTHER = 128;

  private Fingerprint() {}

  /** Of the job: the same for one job that is posted twice, by whichever feed. */
  static long ofJob(Posting posting) {
    var places = posting.places().stream().map(Place::packed).sorted().toList();
    return hash(
        EmployerName.key(posting.employer()),
        letters(posting.title()),
        places.isEmpty() ? letters(posting.placeGiven()) : String.join("\n", places),
        letters(posting.description()));
  }

  /** Of everything that is stored: the same as long as the feed says the same. */
  static long ofContent(Posting posting) {
    return hash(
        posting.title(),
        posting.employer(),
        posting.placeGiven(),
        posting.places().stream().map(Place::packed).collect(Collectors.joining("\n")),
        String.valueOf(posting.salary()),
        posting.workplace() + " " + posting.seniority() + " " + posting.employmentType(),
        posting.language() + " " + posting.postedAt() + " " + posting.validThrough(),
        posting.applyUrl().toString(),
        String.join("\n", posting.tags()),
        posting.description());
  }

  private static String letters(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    var kept = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); ) {
      int c = lower.codePointAt(i);
      if (c < FIRST_OTHER
          ? c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
          : Character.isLetter(c) || isNumber(c)) {
        kept.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return kept.toString();
  }

  private static boolean isNumber(int c) {
    int type = Character.getType(c);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private static long hash(String... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
