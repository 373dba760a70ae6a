package org.insignia.bench.feeds;

/**
 * A candidate record as one delivery provider keeps it.
 *
 * @param language BCP 47 tag of the account
 * @param birthMonth {@code yyyy-MM}
 */
record Person(
    String provider,
    String candidate,
    String first,
    String last,
    String email,
    String language,
    String birthMonth,
    String country) {
  /** The same human being under a second record. */
  Person again(String otherCandidate, String otherEmail) {
    return new Person(
        provider, otherCandidate, first, last, otherEmail, language, birthMonth, country);
  }
}
