package org.insignia.server.results.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.results.Finding;
import org.insignia.server.results.Outcome;
import org.insignia.server.results.Standing;
import org.insignia.server.results.feed.ResultRow;
import org.jspecify.annotations.Nullable;

/** A result while a chunk is worked on: as the table has it, and as the chunk's rows change it. */
final class ResultState {
  /** What names a result within an organisation. */
  record Key(String provider, String number) {
    static Key of(ResultRow row) {
      return new Key(row.candidate().provider().value(), row.number());
    }
  }

  /** Where a row stands that said something. */
  record Place(String file, long line) {}

  /**
   * The newest of what was said.
   *
   * @param rank decides between rows that bear the same time
   */
  record Said(Instant at, int rank, Outcome outcome, Standing standing) {
    boolean newerThan(Instant otherAt, int otherRank) {
      int order = at.compareTo(otherAt);
      return order > 0 || (order == 0 && rank > otherRank);
    }

    boolean sameMoment(Instant otherAt, int otherRank) {
      return at.equals(otherAt) && rank == otherRank;
    }
  }

  /** A row that becomes the result's present state, and what the row alone does not say. */
  record Current(ResultRow row, String examUid, Said said, List<Finding> reasons) {}

  final Key key;
  final UUID id;
  final boolean isNew;
  private UUID candidate;
  private String examUid;
  private Instant takenAt;
  private Said said;
  private @Nullable Current current;
  private final boolean heldBefore;
  private final Map<UUID, Place> words = new HashMap<>();

  ResultState(Key key, UUID id, UUID candidate, String examUid, Instant takenAt, Said said) {
    this.key = key;
    this.id = id;
    this.candidate = candidate;
    this.examUid = examUid;
    this.takenAt = takenAt;
    this.said = said;
    this.heldBefore = said.standing == Standing.HELD;
    this.isNew = false;
  }

  private ResultState(Key key, UUID candidate, Current current) {
    this.key = key;
    this.id = Ids.next();
    this.candidate = candidate;
    this.examUid = current.examUid;
    this.takenAt = current.row.taken();
    this.said = current.said;
    this.current = current;
    this.heldBefore = false;
    this.isNew = true;
  }

  static ResultState fresh(UUID candidate, Current current) {
    return new ResultState(Key.of(current.row), candidate, current);
  }

  void become(UUID newCandidate, Current next) {
    candidate = newCandidate;
    examUid = next.examUid;
    takenAt = next.row.taken();
    said = next.said;
    current = next;
  }

  void heard(UUID fingerprint, Place place) {
    words.put(fingerprint, place);
  }

  /** Where exactly this was said before; null if it is new. */
  @Nullable Place placeOf(UUID fingerprint) {
    return words.get(fingerprint);
  }

  UUID candidate() {
    return candidate;
  }

  String examUid() {
    return examUid;
  }

  Instant takenAt() {
    return takenAt;
  }

  Said said() {
    return said;
  }

  /** Whether it waits now and did not before. */
  boolean isNewlyHeld() {
    return !heldBefore && said.standing == Standing.HELD;
  }

  /** What has to be written; null where the table has it already. */
  @Nullable Current current() {
    return current;
  }
}
