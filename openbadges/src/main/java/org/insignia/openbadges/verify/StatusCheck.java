package org.insignia.openbadges.verify;

import java.util.List;
import java.util.Objects;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.status.RevocationList;
import org.insignia.openbadges.status.StatusEntry;
import org.insignia.openbadges.status.StatusPurpose;

/** Step 4, status: every entry is looked up; what cannot be looked up is not clear. */
final class StatusCheck implements Check {
  private static final int MAX_ENTRIES = 8;

  @Override
  public void run(Examination examination) {
    List<JsonValue> entries = examination.document().list("credentialStatus");
    Findings findings = examination.findings();
    if (entries.isEmpty()) {
      findings.skipped(Step.STATUS, "it cannot be revoked");
      return;
    }
    if (entries.size() > MAX_ENTRIES) {
      findings.failed(Step.STATUS, Reason.OVER_LIMIT, entries.size() + " status entries");
      return;
    }
    for (JsonValue value : entries) {
      try {
        entry(examination, value);
      } catch (MalformedCredential e) {
        findings.failed(Step.STATUS, Reason.STATUS_MALFORMED, String.valueOf(e.getMessage()));
      } catch (StatusUnknown e) {
        findings.unchecked(Step.STATUS, e.reason(), e.detail());
      }
    }
  }

  private static void entry(Examination examination, JsonValue value) {
    if (!(value instanceof JsonObject entry)) {
      throw new MalformedCredential("/credentialStatus", "not an object");
    }
    if (StatusEntry.isEntry(entry)) {
      bit(examination, StatusEntry.read(entry, "/credentialStatus"));
    } else if (entry.list("type").contains(JsonValue.of("1EdTechRevocationList"))) {
      revocationList(examination, entry);
    } else {
      throw new StatusUnknown(Reason.STATUS_UNKNOWN, "a kind of status that is not known here");
    }
  }

  private static void bit(Examination examination, StatusEntry entry) {
    StatusLists.Answer answer = new StatusLists(examination).bitstring(entry);
    long value;
    try {
      value = answer.list().list().value(entry.index(), entry.size());
    } catch (IndexOutOfBoundsException e) {
      throw new StatusUnknown(Reason.STATUS_MALFORMED, String.valueOf(e.getMessage()));
    }
    Findings findings = examination.findings();
    String at = entry.purpose().text() + " at " + entry.index();
    if (value == 0 && answer.doubt() != null) {
      throw new StatusUnknown(Reason.STATUS_NOT_TRUSTED, answer.doubt());
    }
    if (value == 0) {
      findings.passed(Step.STATUS, at + " is not set");
      return;
    }
    switch (entry.purpose()) {
      case REVOCATION -> findings.failed(Step.STATUS, Reason.REVOKED, at + " is set");
      case SUSPENSION ->
          findings.failed(
              Step.STATUS,
              isForGood(examination, entry) ? Reason.REVOKED : Reason.SUSPENDED,
              at + " is set");
      case REFRESH, MESSAGE -> findings.passed(Step.STATUS, at + " says " + value);
    }
  }

  /**
   * Whether what is out of force was withdrawn for good. An issuer with room for one entry keeps
   * both kinds in its list of suspensions, and refers to the list that tells one from the other;
   * whether that can be read decides nothing but the word.
   *
   * @see <a
   *     href="https://www.w3.org/TR/2025/REC-vc-bitstring-status-list-20250515/#bitstringstatuslistentry">statusReference</a>
   */
  private static boolean isForGood(Examination examination, StatusEntry entry) {
    for (String reference : entry.references()) {
      var revocation = new StatusEntry(reference, entry.index(), StatusPurpose.REVOCATION);
      try {
        if (new StatusLists(examination).bitstring(revocation).list().list().isSet(entry.index())) {
          return true;
        }
      } catch (StatusUnknown | MalformedCredential | IndexOutOfBoundsException unreadable) {
        // A reference may lead to anything, a page for people for example.
      }
    }
    return false;
  }

  private static void revocationList(Examination examination, JsonObject entry) {
    RevocationList list = new StatusLists(examination).revocations(entry.string("id"));
    String id = Objects.requireNonNullElse(examination.document().string("id"), "");
    if (id.isEmpty()) {
      throw new StatusUnknown(Reason.STATUS_MALFORMED, "without an id it is in no list");
    }
    list.find(id)
        .ifPresentOrElse(
            revoked ->
                examination
                    .findings()
                    .failed(Step.STATUS, Reason.REVOKED, "revoked: " + revoked.reason()),
            () -> examination.findings().passed(Step.STATUS, "not in the list of revoked ones"));
  }
}
