package org.insignia.server.results.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.Finding;
import org.insignia.server.results.feed.CandidateRow;
import org.insignia.server.results.identity.Likeness;
import org.jspecify.annotations.Nullable;

/**
 * A candidate record while a chunk is worked on: as the table has it, and as the chunk's rows
 * change it.
 */
final class CandidateState {
  /** What names a candidate within an organisation. */
  record Key(String provider, String number) {
    static Key of(CandidateRow row) {
      return new Key(row.provider().value(), row.number());
    }
  }

  /** What a provider tells of a person. */
  record Details(
      String issuerNumber,
      String givenName,
      String familyName,
      @Nullable EmailAddress email,
      String language,
      String birthMonth) {}

  final Key key;
  final UUID id;
  final UUID dossier;
  final boolean isNew;
  private Details details;
  private Instant toldAt;
  private boolean changed;
  private boolean gotMailbox;

  CandidateState(Key key, UUID id, UUID dossier, Details details, Instant toldAt) {
    this.key = key;
    this.id = id;
    this.dossier = dossier;
    this.details = details;
    this.toldAt = toldAt;
    this.isNew = false;
  }

  private CandidateState(Key key, Details details, Instant toldAt) {
    this.key = key;
    this.id = Ids.next();
    this.dossier = Ids.next();
    this.details = details;
    this.toldAt = toldAt;
    this.isNew = true;
    this.gotMailbox = details.email != null;
  }

  static CandidateState fresh(CandidateRow row, Instant toldAt) {
    return new CandidateState(Key.of(row), details(row), toldAt);
  }

  private static Details details(CandidateRow row) {
    return new Details(
        row.issuerNumber(),
        row.givenName(),
        row.familyName(),
        row.email(),
        row.language(),
        row.birthMonth());
  }

  /**
   * Takes over what a row tells; of what was told later already only the gaps are filled. Silence
   * changes nothing.
   */
  List<Finding> learn(CandidateRow row, Instant told) {
    var notes = new ArrayList<Finding>();
    var said = details(row);
    noteNames(said, notes);
    boolean newer = !told.isBefore(toldAt);
    var next = newer ? filled(said, details) : filled(details, said);
    if (next.email != null && !next.email.equals(details.email)) {
      gotMailbox = true;
      if (details.email != null) {
        notes.add(Finding.of("mailbox-changed"));
      }
    }
    changed |= !next.equals(details);
    details = next;
    toldAt = newer ? told : toldAt;
    return notes;
  }

  private static Details filled(Details first, Details gaps) {
    boolean named = !first.givenName.isEmpty() || !first.familyName.isEmpty();
    return new Details(
        or(first.issuerNumber, gaps.issuerNumber),
        named ? first.givenName : gaps.givenName,
        named ? first.familyName : gaps.familyName,
        first.email == null ? gaps.email : first.email,
        or(first.language, gaps.language),
        or(first.birthMonth, gaps.birthMonth));
  }

  private void noteNames(Details said, List<Finding> notes) {
    boolean unsaid =
        (said.givenName + said.familyName).isEmpty()
            || (details.givenName + details.familyName).isEmpty();
    if (unsaid
        || (said.givenName.equals(details.givenName)
            && said.familyName.equals(details.familyName))) {
      return;
    }
    boolean alike =
        Likeness.nameKey(said.givenName, said.familyName)
            .equals(Likeness.nameKey(details.givenName, details.familyName));
    notes.add(Finding.of(alike ? "name-spelled-otherwise" : "name-changed"));
  }

  private static String or(String said, String known) {
    return said.isEmpty() ? known : said;
  }

  Details details() {
    return details;
  }

  Instant toldAt() {
    return toldAt;
  }

  /** Whether the table's row differs from this. */
  boolean changed() {
    return changed;
  }

  /** Whether a mailbox was learnt that was not known: it may belong to an account. */
  boolean gotMailbox() {
    return gotMailbox;
  }
}
