package org.insignia.server.insights.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What kinds of feeds can be read. */
public enum FeedKind {
  GREENHOUSE("Greenhouse", true),
  LEVER("Lever", true),
  ASHBY("Ashby", true),
  PERSONIO("Personio XML", true),
  RECRUITEE("Recruitee", true),
  REMOTIVE("Remotive", true),
  ARBEITNOW("Arbeitnow", false),
  USAJOBS("USAJOBS", true),
  /** A page with JobPosting in JSON-LD, a sitemap of such pages, or JSON-LD itself. */
  SCHEMA_ORG("schema.org JobPosting", true),
  /** RSS or Atom: the latest entries only. */
  RSS("RSS, Atom", false),
  CSV("CSV", true),
  JSON_LINES("JSON, JSON Lines", true);

  private final String label;
  private final boolean whole;

  FeedKind(String label, boolean whole) {
    this.label = label;
    this.whole = whole;
  }

  /** Its name, the same in all languages. */
  public String label() {
    return label;
  }

  /** Whether such a feed lists all its postings, so that one that is missing is no longer open. */
  public boolean whole() {
    return whole;
  }

  /** How files and commands write it, for example {@code schema-org}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All of them as files and commands write them, for a sentence. */
  public static String words() {
    return Arrays.stream(values()).map(FeedKind::word).collect(Collectors.joining(", "));
  }

  /** The kind written so; also by its name here, and JSON Lines by the names files of it have. */
  public static Optional<FeedKind> of(String word) {
    var written = word.strip().toLowerCase(Locale.ROOT);
    if (written.equals("jsonl") || written.equals("ats-jsonl")) {
      return Optional.of(JSON_LINES);
    }
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(written) || kind.name().equals(word))
        .findFirst();
  }
}
