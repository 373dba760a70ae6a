package org.insignia.openbadges.verify;

import org.insignia.openbadges.datamodel.ModelRules;
import org.insignia.openbadges.intake.Source;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.status.RevocationList;
import org.insignia.openbadges.status.StatusEntry;
import org.insignia.openbadges.status.StatusListCredential;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the lists that a credential names and makes sure they are what the issuer says: signed by
 * the issuer of the credential, current, at their own address, for the purpose asked.
 */
final class StatusLists {
  private final Examination examination;

  StatusLists(Examination examination) {
    this.examination = examination;
  }

  /**
   * @throws StatusUnknown where there is no list that can be believed
   */
  Answer bitstring(StatusEntry entry) {
    if (!ModelRules.absolute(entry.listUrl())) {
      throw new MalformedCredential(
          "/credentialStatus/statusListCredential", "not an absolute URL");
    }
    Report report;
    StatusListCredential list;
    try {
      report = examination.desk().judgeStatusList(Source.text(fetch(entry.listUrl())));
      JsonObject credential = report.credential();
      if (credential == null) {
        throw new StatusUnknown(Reason.STATUS_MALFORMED, "the list is no credential");
      }
      if (credential.get("credentialStatus") != null) {
        throw untrusted("it has a status of its own, and lists are not looked up for lists");
      }
      list = StatusListCredential.read(credential);
    } catch (MalformedCredential e) {
      throw new StatusUnknown(Reason.STATUS_MALFORMED, "the list: " + e.getMessage());
    }
    believe(report, list, entry);
    return new Answer(list, doubt(list, entry));
  }

  /**
   * A list that was signed.
   *
   * @param doubt why a clear bit in it clears nobody; null where it does. A set bit counts in any
   *     case: it is the list that the issuer named, and who believes too little does no harm
   */
  record Answer(StatusListCredential list, @Nullable String doubt) {}

  private @Nullable String doubt(StatusListCredential list, StatusEntry entry) {
    if (!list.issuer().equals(examination.signer())) {
      return "the issuer of the list is not that of the credential";
    }
    if (!list.id().isEmpty() && !list.id().equals(entry.listUrl())) {
      return "the id of the list is not its address";
    }
    return list.list().isLongEnough() ? null : "the list has only " + list.list().size() + " bits";
  }

  private void believe(Report report, StatusListCredential list, StatusEntry entry) {
    Finding complaint = report.complaint();
    if (complaint != null || !Boolean.TRUE.equals(report.authentic())) {
      throw untrusted(complaint == null ? "it is not signed" : complaint.detail());
    }
    if (!list.purposes().contains(entry.purpose())) {
      throw untrusted("it is for another purpose than " + entry.purpose().text());
    }
  }

  /**
   * @throws StatusUnknown where there is no list that can be believed
   */
  RevocationList revocations(@Nullable String url) {
    if (url == null || !ModelRules.absolute(url)) {
      throw new MalformedCredential("/credentialStatus/id", "not an absolute URL");
    }
    RevocationList list;
    try {
      if (!(Json.parse(fetch(url)) instanceof JsonObject document)) {
        throw new StatusUnknown(Reason.STATUS_MALFORMED, "the list is not an object");
      }
      list = RevocationList.read(document);
    } catch (MalformedCredential e) {
      throw new StatusUnknown(Reason.STATUS_MALFORMED, "the list: " + e.getMessage());
    }
    if (!list.issuer().isEmpty() && !list.issuer().equals(examination.signer())) {
      throw untrusted("its issuer is not that of the credential");
    }
    return list;
  }

  private String fetch(String url) {
    return switch (examination.desk().allowance().load(url)) {
      case Loaded.Document document -> document.body().utf8();
      case Loaded.Gone gone ->
          throw new StatusUnknown(Reason.STATUS_UNAVAILABLE, "there is no list: " + gone.status());
      case Loaded.Unavailable open ->
          throw new StatusUnknown(Reason.STATUS_UNAVAILABLE, open.reason());
    };
  }

  private static StatusUnknown untrusted(String why) {
    return new StatusUnknown(Reason.STATUS_NOT_TRUSTED, "the list cannot be believed: " + why);
  }
}
