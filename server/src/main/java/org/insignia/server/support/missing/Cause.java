package org.insignia.server.support.missing;

import static org.insignia.server.support.missing.Remedy.*;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.insignia.server.claims.Claim;
import org.insignia.server.eligibility.Explanation.Named;
import org.insignia.server.eligibility.Explanation.Outcome;
import org.insignia.server.eligibility.Explanation.Reason;
import org.insignia.server.issuing.Credential;
import org.insignia.server.platform.mail.EmailAddress;

/**
 * Why a badge is missing: where on its way it got stuck, when that is so, and what mends it. Names
 * are stored and are keys of texts: add, never rename.
 */
public enum Cause {
  /** A mailbox was added and never proven: what came for it cannot be shown. */
  UNCONFIRMED_ADDRESS(
      Hop.PROVIDER,
      f -> f.unknown() ? f.unconfirmed().map(m -> List.of(m.address().value())) : no(),
      CONFIRM_ADDRESS,
      ADD_ADDRESS),
  ADDRESS_DIFFERS(
      Hop.PROVIDER,
      f -> so(f.unknown() && f.unconfirmed().isEmpty() && !f.wanted().own()),
      ADD_ADDRESS,
      ASK,
      UPLOAD),
  TWO_RECORDS(
      Hop.CANDIDATE,
      f -> f.earned() || f.twins().isEmpty() ? no() : Optional.of(provider(f.twins().getFirst())),
      ASK,
      ADD_ADDRESS,
      ACCEPT_MERGE,
      SEE_MERGES),
  HELD_RESULT(Hop.RESULT, f -> each(f.lacking(Reason.HELD)), ASK, SEE_HELD, UPLOAD),
  /** A beta exam that has not been scored. */
  PENDING_RESULT(Hop.RESULT, f -> each(f.lacking(Reason.PENDING))),
  REVOKED_RESULT(Hop.RESULT, f -> each(f.lacking(Reason.REVOKED)), ASK, UPLOAD),
  /** It was held, and staff decided that it does not count. */
  DROPPED_RESULT(Hop.RESULT, f -> each(f.lacking(Reason.DROPPED)), ASK, SEE_HELD, UPLOAD),
  FAILED(Hop.RESULT, f -> each(f.lacking(Reason.FAILED))),
  NO_SHOW(Hop.RESULT, f -> each(f.lacking(Reason.NO_SHOW)), ASK, UPLOAD),
  /** The agreement was not accepted, so that nothing was taken. */
  NO_RESULT(Hop.RESULT, f -> each(f.lacking(Reason.NO_RESULT))),
  /** Providers' exports leave people out whose account is not in English. */
  LEFT_OUT(
      Hop.RESULT,
      f ->
          f.lacking(Reason.NOT_TAKEN).isEmpty() || f.foreignLanguage().isEmpty()
              ? no()
              : Optional.of(f.foreignLanguage()),
      ASK,
      UPLOAD),
  NOTHING_SENT(
      Hop.RESULT,
      f ->
          f.wanted().exam() && f.foreignLanguage().isEmpty() && !f.records().isEmpty()
              ? each(f.lacking(Reason.NOT_TAKEN))
              : no(),
      ADD_ADDRESS,
      ASK,
      UPLOAD),
  LEGACY(Hop.RULE, f -> so(f.is(Outcome.LEGACY))),
  RETIRED_BEFORE(Hop.RULE, Cause::retiredBefore, ASK, SEE_CATALOGUE),
  /** One exam gives the certification, whose badge is given in the exam's place. */
  CERTIFICATION_INSTEAD(
      Hop.RULE,
      f ->
          f.is(Outcome.CERTIFICATION_INSTEAD)
              ? each(f.rule().instead().stream().map(Named::title).toList())
              : no(),
      INSTEAD),
  NO_EXAM_BADGE(
      Hop.RULE,
      f -> so(f.is(Outcome.NOT_NEEDED) || f.is(Outcome.NO_EXAM_BADGES)),
      ASK,
      SEE_CATALOGUE),
  /** What the certification requires is not known. */
  UNDECIDED(Hop.RULE, f -> so(f.is(Outcome.UNDECIDED)), ASK, SEE_CATALOGUE),
  STILL_MISSING(Hop.RULE, Cause::stillMissing, ADD_ADDRESS, EXPLAIN),
  /** The organisation does not give this badge at present. */
  NOT_ACTIVE(
      Hop.RULE,
      f ->
          so(
              !f.wanted().active()
                  && (f.is(Outcome.EARNED) || f.is(Outcome.MISSING) || f.is(Outcome.UNKNOWN))),
      ASK,
      SEE_CATALOGUE),
  /** A badge that no exam gives: staff have not given it to this person. */
  NOT_GIVEN(
      Hop.RULE,
      f -> so(f.wanted().own() && f.wanted().active() && f.issued().credential() == null),
      ADD_ADDRESS,
      ASK),
  BEING_MADE(
      Hop.CREDENTIAL,
      f ->
          so(
              f.wanted().active() && f.is(Outcome.EARNED)
                  || f.issued().awarded() && f.issued().credential() == null
                  || f.is(Credential.State.ISSUED) && f.issued().claim() == null),
      LOOK_AGAIN),
  REVOKED(
      Hop.CREDENTIAL,
      f -> f.is(Credential.State.REVOKED) ? Optional.of(because(f)) : no(),
      ASK,
      SEE_OFFER),
  SUSPENDED(
      Hop.CREDENTIAL,
      f -> f.is(Credential.State.SUSPENDED) ? Optional.of(because(f)) : no(),
      ASK,
      SEE_OFFER),
  /** A corrected copy stands in for the one that was there, and waits or went elsewhere. */
  REPLACED(Hop.CREDENTIAL, Cause::replaced, CLAIM, ASK, SEE_OFFER),
  BOUNCED(
      Hop.MAIL,
      f ->
          f.issued().bounce() != null && f.is(Claim.State.PENDING)
              ? Optional.of(recipient(f))
              : no(),
      CLAIM,
      SEND_AGAIN,
      RESEND,
      SEE_OFFER),
  /** It was offered to a mailbox that is not proven to be this account's. */
  OTHER_ADDRESS(
      Hop.ACCOUNT,
      f ->
          f.offeredToOther() && !f.held() && f.issued().claim() != null
              ? Optional.of(recipient(f))
              : no(),
      ADD_ADDRESS,
      ASK),
  WAITING(
      Hop.ACCOUNT,
      f -> so(f.is(Claim.State.PENDING) && !f.offeredToOther()),
      CLAIM,
      SEND_AGAIN,
      RESEND,
      SEE_OFFER),
  REJECTED(
      Hop.ACCOUNT,
      f -> so(f.is(Claim.State.REJECTED) && !f.offeredToOther()),
      TAKE_BACK,
      SEE_OFFER),
  /** Somebody accepted it in another account when the mailbox was that one's. */
  OTHER_ACCOUNT(
      Hop.ACCOUNT,
      f -> so(f.is(Claim.State.ACCEPTED) && !f.held() && !f.offeredToOther()),
      MERGE_ACCOUNTS,
      ASK),
  PRIVATE_BADGE(Hop.PRIVACY, f -> so(f.held() && !isPublic(f)), SHOW),
  /** The badge can be seen, but not on the profile. */
  PRIVATE_PROFILE(
      Hop.PRIVACY, f -> so(f.held() && isPublic(f) && f.asking().profilePrivate()), SHOW_PROFILE);

  private interface Question {
    /** What decided, if the cause holds. */
    Optional<List<String>> ask(Facts facts);
  }

  /** Stands before the number of exams that are enough. */
  static final String ENOUGH = "#";

  private final Hop hop;
  private final Question question;
  private final List<Remedy> remedies;

  Cause(Hop hop, Question question, Remedy... remedies) {
    this.hop = hop;
    this.question = question;
    this.remedies = List.of(remedies);
  }

  /** Where the badge got stuck. */
  public Hop hop() {
    return hop;
  }

  /** What whoever asked can do, the best first. */
  List<Remedy> remedies(Facts facts) {
    return remedies.stream().filter(remedy -> remedy.isFor(facts)).toList();
  }

  /** The cause with what decided, if it holds. */
  Optional<Found> in(Facts facts) {
    return question.ask(facts).map(args -> new Found(this, args));
  }

  private static Optional<List<String>> no() {
    return Optional.empty();
  }

  private static Optional<List<String>> so(boolean holds) {
    return holds ? Optional.of(List.of()) : no();
  }

  /** Holds where there is one; the names stand in one argument, each on a line of its own. */
  private static Optional<List<String>> each(List<String> names) {
    return names.isEmpty() ? no() : Optional.of(List.copyOf(names));
  }

  private static List<String> provider(Twin twin) {
    return List.of(twin.other().provider().value());
  }

  private static Optional<List<String>> retiredBefore(Facts facts) {
    return facts.is(Outcome.COMPLETED_TOO_LATE)
        ? Optional.of(List.of(facts.wanted().title()))
        : each(facts.lacking(Reason.AFTER_RETIREMENT));
  }

  /** The exams, and last how many of them are enough where that is not all. */
  private static Optional<List<String>> stillMissing(Facts facts) {
    if (!facts.is(Outcome.MISSING) || facts.wanted().exam() || facts.records().isEmpty()) {
      return no();
    }
    var missing = facts.lacking().stream().map(Facts.Lacking::label);
    var enough = facts.enough();
    return each(
        enough.isEmpty()
            ? missing.toList()
            : Stream.concat(missing, Stream.of(ENOUGH + enough.getAsInt())).toList());
  }

  private static List<String> because(Facts facts) {
    var credential = Objects.requireNonNull(facts.issued().credential());
    var reason = credential.stateReason();
    return reason == null ? List.of() : List.of(reason);
  }

  private static Optional<List<String>> replaced(Facts facts) {
    var credential = facts.issued().credential();
    boolean copyWaits =
        credential != null && credential.replaces() != null && facts.is(Claim.State.PENDING);
    return so(facts.is(Credential.State.REPLACED) || copyWaits);
  }

  private static List<String> recipient(Facts facts) {
    var to = Objects.requireNonNull(facts.issued().credential()).recipient();
    return List.of(facts.byStaff() || !facts.offeredToOther() ? to.value() : masked(to));
  }

  /** Enough to know one's own mailbox by, and too little to write to somebody else's. */
  private static String masked(EmailAddress address) {
    var text = address.value();
    return text.codePointAt(0) < 128
        ? text.charAt(0) + "•••" + text.substring(text.lastIndexOf('@'))
        : "•••" + text.substring(text.lastIndexOf('@'));
  }

  private static boolean isPublic(Facts facts) {
    var claim = facts.issued().claim();
    return claim != null && claim.isPublic();
  }
}
