package org.insignia.server.results.identity;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.CandidateId;
import org.insignia.server.results.Finding;

/**
 * How much speaks for two candidate records being one person. It only ever leads to a proposal,
 * which a person of the organisation judges; what speaks against it is part of the evidence.
 *
 * @param speaksFor what the two have in common
 * @param speaksAgainst what they cannot both be; one of these is enough to propose nothing
 */
public record Likeness(List<Finding> speaksFor, List<Finding> speaksAgainst) {
  public Likeness {
    speaksFor = List.copyOf(speaksFor);
    speaksAgainst = List.copyOf(speaksAgainst);
  }

  /**
   * One of two records that are compared; empty texts where nothing is known.
   *
   * @param passed uids of the exams that were passed and count
   */
  record Side(
      CandidateId id,
      String nameKey,
      String emailKey,
      String emailRoot,
      String birthMonth,
      String issuerNumber,
      Set<String> passed,
      List<Sitting> sittings) {
    Side {
      passed = Set.copyOf(passed);
      sittings = List.copyOf(sittings);
    }
  }

  /** A time that a person spent in one place. */
  record Sitting(String exam, Instant from, Instant to) {
    boolean overlaps(Sitting other) {
      return from.isBefore(other.to) && other.from.isBefore(to);
    }
  }

  /**
   * Compares two records. {@code sharedGoals} are titles of certifications that need passed exams
   * of both.
   */
  static Likeness of(Side one, Side other, Set<String> sharedGoals) {
    return new Likeness(speaksFor(one, other, sharedGoals), speaksAgainst(one, other));
  }

  /**
   * Whether it is worth a person's look. A name alone is not, nor is a name with results that go
   * well together: there are many people of one name, and exams are taken in the usual order. Two
   * of name, month of birth and mailbox are, and so is the issuer's own number.
   */
  boolean proposes() {
    if (!speaksAgainst.isEmpty()) {
      return false;
    }
    var codes = speaksFor.stream().map(Finding::code).collect(Collectors.toSet());
    boolean mailbox = codes.contains("same-mailbox") || codes.contains("near-mailbox");
    boolean month = codes.contains("same-birth-month");
    boolean name = codes.contains("same-name");
    return codes.contains("same-issuer-number")
        || (name && month)
        || (mailbox && (name || month || codes.contains("similar-name")));
  }

  private static List<Finding> speaksFor(Side one, Side other, Set<String> sharedGoals) {
    var evidence = new ArrayList<Finding>();
    if (!one.nameKey().isEmpty() && one.nameKey().equals(other.nameKey())) {
      evidence.add(Finding.of("same-name"));
    } else if (similar(one.nameKey(), other.nameKey())) {
      evidence.add(Finding.of("similar-name"));
    }
    if (!one.birthMonth().isEmpty() && one.birthMonth().equals(other.birthMonth())) {
      evidence.add(Finding.of("same-birth-month", one.birthMonth()));
    }
    if (!one.emailKey().isEmpty() && one.emailKey().equals(other.emailKey())) {
      evidence.add(Finding.of("same-mailbox"));
    } else if (!one.emailRoot().isEmpty() && one.emailRoot().equals(other.emailRoot())) {
      evidence.add(Finding.of("near-mailbox"));
    }
    if (!one.issuerNumber().isEmpty() && one.issuerNumber().equals(other.issuerNumber())) {
      evidence.add(Finding.of("same-issuer-number", one.issuerNumber()));
    }
    sharedGoals.stream()
        .sorted()
        .limit(3)
        .forEach(g -> evidence.add(Finding.of("complementary-results", g)));
    return evidence;
  }

  private static List<Finding> speaksAgainst(Side one, Side other) {
    var evidence = new ArrayList<Finding>();
    if (!one.birthMonth().isEmpty()
        && !other.birthMonth().isEmpty()
        && !one.birthMonth().equals(other.birthMonth())) {
      evidence.add(Finding.of("other-birth-month", one.birthMonth(), other.birthMonth()));
    }
    for (var a : one.sittings()) {
      for (var b : other.sittings()) {
        if (a.overlaps(b)) {
          evidence.add(Finding.of("sat-at-the-same-time", a.exam(), b.exam(), a.from()));
          return evidence;
        }
      }
    }
    return evidence;
  }

  /** All words of the shorter name, two or more, stand in the longer one. */
  private static boolean similar(String one, String other) {
    var a = words(one);
    var b = words(other);
    return Math.min(a.size(), b.size()) >= 2 && (a.containsAll(b) || b.containsAll(a));
  }

  private static Set<String> words(String nameKey) {
    var words = new HashSet<>(Arrays.asList(nameKey.split(" ")));
    words.remove("");
    return words;
  }

  /** A name to be compared: without marks, case and order of its words; never to be shown. */
  public static String nameKey(String given, String family) {
    var folded =
        Normalizer.normalize(given + " " + family, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    return Arrays.stream(
            folded.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip().split(" "))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** A mailbox to be compared: without case and plus-tag; never to be written to. */
  public static String mailboxRoot(EmailAddress mailbox) {
    var key = mailbox.key().toLowerCase(Locale.ROOT);
    int at = key.lastIndexOf('@');
    int plus = key.indexOf('+');
    return plus > 0 && plus < at ? key.substring(0, plus) + key.substring(at) : key;
  }
}
