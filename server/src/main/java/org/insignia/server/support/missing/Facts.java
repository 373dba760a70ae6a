package org.insignia.server.support.missing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.catalog.Achievement.Kind;
import org.insignia.server.claims.Claim;
import org.insignia.server.eligibility.Explanation;
import org.insignia.server.eligibility.Explanation.Node;
import org.insignia.server.eligibility.Explanation.Note;
import org.insignia.server.eligibility.Explanation.Outcome;
import org.insignia.server.eligibility.Explanation.Reason;
import org.insignia.server.eligibility.Explanation.Shape;
import org.insignia.server.issuing.Credential;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.mail.Bounce;
import org.insignia.server.results.CandidateView;
import org.insignia.server.results.ResultId;
import org.insignia.server.results.Standing;
import org.insignia.server.results.TakenExam;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides why a badge is missing, gathered once. It has no way back to the
 * database: causes are pure questions to it.
 *
 * @param records candidate records that are taken as this person
 * @param twins further ones that may be
 */
record Facts(
    Wanted wanted,
    Asking asking,
    List<CandidateView> records,
    List<Twin> twins,
    Explanation rule,
    Issued issued) {
  Facts {
    records = List.copyOf(records);
    twins = List.copyOf(twins);
  }

  /**
   * What is missing.
   *
   * @param kind what its badge is for; {@code OWN} ones are given by staff alone
   * @param active whether the organisation gives this badge at present
   */
  record Wanted(Organisation organisation, String uid, String title, Kind kind, boolean active) {
    boolean exam() {
      return kind == Kind.EXAM;
    }

    boolean own() {
      return kind == Kind.OWN;
    }
  }

  /**
   * Who asks.
   *
   * @param person null for staff, who ask about somebody else
   * @param mailboxes of the person, proven or not; none for staff
   */
  record Asking(
      @Nullable PersonId person, List<Addresses.Mailbox> mailboxes, boolean profilePrivate) {
    Asking {
      mailboxes = List.copyOf(mailboxes);
    }
  }

  /**
   * How far the badge came.
   *
   * @param awarded whether it was decided that the person earned it
   * @param credential the one in force, else the latest; null while there is none
   * @param claim null until the earner was told
   * @param bounce why mail does not reach the mailbox it was offered to
   */
  record Issued(
      boolean awarded,
      @Nullable Credential credential,
      @Nullable Claim claim,
      @Nullable Bounce bounce) {}

  /** Reasons at one exam, the one that says most first. */
  private static final List<Reason> TELLING =
      List.of(
          Reason.HELD,
          Reason.PENDING,
          Reason.AFTER_RETIREMENT,
          Reason.REVOKED,
          Reason.DROPPED,
          Reason.NO_RESULT,
          Reason.NO_SHOW,
          Reason.FAILED,
          Reason.NOT_TAKEN,
          Reason.UNKNOWN_ENTRY);

  boolean byStaff() {
    return asking.person() == null;
  }

  /** Whether nothing at all is known of this person here. */
  boolean unknown() {
    return records.isEmpty() && issued.credential() == null;
  }

  /** The result that staff could let count, where there is exactly one. */
  Optional<ResultId> heldResult() {
    var held =
        records.stream()
            .flatMap(record -> record.exams().stream())
            .filter(e -> e.standing() == Standing.HELD || e.standing() == Standing.DROPPED)
            .map(TakenExam::id)
            .toList();
    return held.size() == 1 ? Optional.of(held.getFirst()) : Optional.empty();
  }

  /** Whether the organisation issued it without results of a provider. */
  boolean byHand() {
    return records.isEmpty() && issued.credential() != null;
  }

  /** Whether the results are enough, or the organisation said so and did not take it back. */
  boolean earned() {
    var credential = issued.credential();
    return issued.awarded() || credential != null && credential.state() != Credential.State.REVOKED;
  }

  boolean is(Outcome outcome) {
    return !earned() && rule.outcome() == outcome;
  }

  boolean is(Credential.State state) {
    var credential = issued.credential();
    return credential != null && credential.state() == state;
  }

  /** Whether the badge waits to be accepted by whoever asks. */
  boolean mayClaim() {
    return is(Claim.State.PENDING) && !offeredToOther();
  }

  /** The id of the badge; empty where there is none. */
  String badge() {
    var credential = issued.credential();
    return credential == null ? "" : credential.id().value().toString();
  }

  /** Whether there is a badge in force that was offered and is in this state of the claim. */
  boolean is(Claim.State state) {
    var claim = issued.claim();
    return claim != null && is(Credential.State.ISSUED) && claim.state() == state;
  }

  /** Whether the mailbox it was offered to is proven to be the asking person's; staff never ask. */
  boolean offeredToOther() {
    var credential = issued.credential();
    return credential != null
        && !byStaff()
        && asking.mailboxes().stream()
            .noneMatch(m -> m.verified() && m.address().equals(credential.recipient()));
  }

  /** Whether the person who asks holds it; for staff, whether anybody does. */
  boolean held() {
    var claim = issued.claim();
    return claim != null
        && is(Claim.State.ACCEPTED)
        && (byStaff() || java.util.Objects.equals(claim.owner(), asking.person()));
  }

  Optional<Addresses.Mailbox> unconfirmed() {
    return asking.mailboxes().stream().filter(m -> !m.verified()).findFirst();
  }

  /** Exams that are needed and missing, each with the reason that says most. */
  List<Lacking> lacking() {
    var tree = rule.tree();
    return earned() || tree == null ? List.of() : leaves(tree).distinct().toList();
  }

  /** How many of the missing exams are enough; empty where all of them are needed. */
  OptionalInt enough() {
    var tree = rule.tree();
    if (tree == null || tree.parts().stream().anyMatch(p -> p.shape() != Shape.EXAM)) {
      return OptionalInt.empty();
    }
    int needed = tree.needed() - tree.held();
    return needed < lacking().size() ? OptionalInt.of(needed) : OptionalInt.empty();
  }

  /** Labels of the exams that are missing for this reason. */
  List<String> lacking(Reason reason) {
    return lacking().stream().filter(l -> l.reason() == reason).map(Lacking::label).toList();
  }

  /**
   * An exam that is missing.
   *
   * @param retired whether it can no longer be taken
   */
  record Lacking(String label, Reason reason, boolean retired) {}

  private static Stream<Lacking> leaves(Node node) {
    if (node.holds()) {
      return Stream.empty();
    }
    if (node.shape() == Shape.EXAM) {
      var reasons = node.notes().stream().map(Note::reason).toList();
      return TELLING.stream()
          .filter(reasons::contains)
          .findFirst()
          .map(r -> new Lacking(node.label(), r, reasons.contains(Reason.RETIRED)))
          .stream();
    }
    return node.parts().stream().flatMap(Facts::leaves);
  }

  /** Providers' account languages other than English, as provider and tag in turn. */
  List<String> foreignLanguage() {
    var found = new ArrayList<String>();
    for (var record : records) {
      if (found.isEmpty() && !record.language().isEmpty() && !isEnglish(record.language())) {
        found.add(record.provider().value());
        found.add(record.language());
      }
    }
    return found;
  }

  private static boolean isEnglish(String tag) {
    return Locale.forLanguageTag(tag).getLanguage().equals("en");
  }
}
