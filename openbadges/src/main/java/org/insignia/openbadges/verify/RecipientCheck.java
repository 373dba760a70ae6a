package org.insignia.openbadges.verify;

import java.util.List;
import java.util.Locale;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.model.IdentifierType;
import org.insignia.openbadges.model.IdentityObject;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;

/** Step 5: the badge is that of the person who was asked for. */
final class RecipientCheck implements Check {

  @Override
  public void run(Examination examination) {
    String wanted = examination.desk().inquiry().recipient();
    if (wanted == null) {
      examination.findings().skipped(Step.RECIPIENT, "nobody was asked for");
    } else if (examination.subjects().stream().anyMatch(s -> isOf(s, wanted))) {
      examination.findings().passed(Step.RECIPIENT, "it belongs to the one asked for");
    } else {
      examination
          .findings()
          .failed(Step.RECIPIENT, Reason.OTHER_RECIPIENT, "it belongs to somebody else");
    }
  }

  private static boolean isOf(JsonObject subject, String wanted) {
    if (wanted.equals(subject.string("id")) || ("mailto:" + wanted).equals(subject.string("id"))) {
      return true;
    }
    List<JsonObject> identifiers = Examination.objects(subject.get("identifier"));
    return identifiers.stream().anyMatch(identifier -> matches(identifier, wanted));
  }

  private static boolean matches(JsonObject identifier, String wanted) {
    String hash = identifier.string("identityHash");
    if (hash == null || !(identifier.get("hashed") instanceof JsonBoolean hashed)) {
      return false;
    }
    var identity =
        new IdentityObject(
            hashed.value(), hash, IdentifierType.IDENTIFIER, identifier.string("salt"));
    // Issuers bring addresses to lower case before hashing, people do not before typing.
    return identity.matches(wanted) || identity.matches(wanted.toLowerCase(Locale.ROOT));
  }
}
