package org.insignia.server.issuing;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.insignia.openbadges.issue.Template;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.Multibase;
import org.insignia.openbadges.model.AchievementCredential;
import org.insignia.openbadges.model.AchievementSubject;
import org.insignia.openbadges.model.Evidence;
import org.insignia.openbadges.model.IdentifierType;
import org.insignia.openbadges.model.IdentityObject;
import org.insignia.openbadges.model.Profile;
import org.insignia.openbadges.model.Result;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.status.StatusEntry;
import org.insignia.openbadges.status.StatusPurpose;
import org.insignia.server.issuing.details.Details;
import org.insignia.server.issuing.details.Details.Shape;
import org.insignia.server.issuing.packing.DocumentFrame;
import org.insignia.server.issuing.status.StatusLists;
import org.insignia.server.platform.settings.Settings;

/**
 * The unsigned document of credentials that share achievement, look, language, issuer and status
 * list, with holes for what is each one's own.
 *
 * <p>The earner is named plainly, and by the salted hash of the address, which proves the badge to
 * who knows the address and tells it to nobody. The standard's schema has room for one status
 * entry: it names the list of all that is out of force, and refers to the list of what is so for
 * good (decision 0004).
 */
final class CredentialForm {
  private static final int SALT_BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<JsonPointer> HOLES =
      Stream.of(
              "/id",
              "/validFrom",
              "/awardedDate",
              "/credentialSubject/identifier/0/identityHash",
              "/credentialSubject/identifier/0/salt",
              "/credentialSubject/identifier/1/identityHash",
              "/credentialStatus/id",
              "/credentialStatus/statusListIndex")
          .map(JsonPointer::parse)
          .toList();
  private static final JsonPointer END = JsonPointer.parse("/validUntil");
  private static final JsonPointer EVIDENCE_URL = JsonPointer.parse("/evidence/0/id");
  private static final JsonPointer EVIDENCE_TEXT = JsonPointer.parse("/evidence/0/narrative");
  private static final JsonPointer RESULT = JsonPointer.parse("/credentialSubject/result/0/value");

  private final Settings settings;
  private final UUID list;
  private final boolean ends;
  private final Shape shape;
  private final Template template;

  private CredentialForm(
      Settings settings,
      Credential like,
      Shape shape,
      Function<CredentialForm, JsonObject> example) {
    this.settings = settings;
    this.list = like.status().list();
    this.ends = like.validUntil() != null;
    this.shape = shape;
    JsonObject document = example.apply(this);
    this.template = Template.compile(document, holes(), Contexts.bundled());
  }

  /**
   * The form of credentials like this one.
   *
   * @throws org.insignia.openbadges.json.MalformedCredential where the achievement's texts do not
   *     make a sound document
   */
  static CredentialForm of(
      Settings settings,
      Profile issuer,
      org.insignia.openbadges.model.Achievement achievement,
      Credential like,
      Shape shape) {
    return new CredentialForm(settings, like, shape, form -> form.example(issuer, achievement));
  }

  Template template() {
    return template;
  }

  /** The document with marks where {@link #values} go, behind what they all begin with. */
  JsonObject marked() {
    var marks = new ArrayList<>(Collections.nCopies(template.holes(), DocumentFrame.HOLE));
    marks.set(0, settings.url("/badges/") + DocumentFrame.HOLE);
    marks.set(6, status(0).listUrl() + "#" + DocumentFrame.HOLE);
    return template.fill(marks);
  }

  /** What is this credential's own, in the order of the holes; the salt is new each time. */
  List<String> values(Credential credential, Details details) {
    byte[] bytes = new byte[SALT_BYTES];
    RANDOM.nextBytes(bytes);
    String salt = Multibase.base64url(Bytes.wrap(bytes)).substring(1);
    String address = credential.recipient().key();
    StatusEntry status = status(credential.status().index());
    Instant from =
        credential.earnedAt().isAfter(credential.issuedAt())
            ? credential.issuedAt()
            : credential.earnedAt();
    var values =
        new ArrayList<>(
            List.of(
                settings.url(credential.path()).toString(),
                from.toString(),
                credential.earnedAt().toString(),
                IdentityObject.hashed(address, salt, IdentifierType.EMAIL_ADDRESS).identityHash(),
                salt,
                credential.recipientName(),
                status.listUrl() + "#" + status.index(),
                Long.toString(status.index())));
    if (credential.validUntil() != null) {
      values.add(credential.validUntil().toString());
    }
    Stream.of(details.evidenceUrl(), details.evidenceText(), details.result())
        .filter(text -> !text.isEmpty())
        .forEach(values::add);
    return values;
  }

  private List<JsonPointer> holes() {
    var holes = new ArrayList<>(HOLES);
    if (ends) {
      holes.add(END);
    }
    if (shape.url()) {
      holes.add(EVIDENCE_URL);
    }
    if (shape.text()) {
      holes.add(EVIDENCE_TEXT);
    }
    if (shape.result()) {
      holes.add(RESULT);
    }
    return holes;
  }

  private StatusEntry status(int index) {
    String outOfForce = StatusLists.url(settings, list, StatusPurpose.SUSPENSION);
    return new StatusEntry(outOfForce, index, StatusPurpose.SUSPENSION)
        .referringTo(StatusLists.url(settings, list, StatusPurpose.REVOCATION));
  }

  private JsonObject example(
      Profile issuer, org.insignia.openbadges.model.Achievement achievement) {
    var address = new IdentityObject(true, "sha256$", IdentifierType.EMAIL_ADDRESS, "");
    var subject =
        AchievementSubject.of(achievement)
            .identifier(List.of(address, IdentityObject.plain("", IdentifierType.NAME)));
    if (shape.result()) {
      subject.result(List.of(new Result(null, "", null, null, List.of())));
    }
    String id = settings.url("/badges/" + new UUID(0, 0)).toString();
    var example =
        AchievementCredential.of(id, achievement.name(), issuer, Instant.EPOCH, subject.build())
            .awardedDate(Instant.EPOCH)
            .credentialStatus(status(0));
    if (ends) {
      example.validUntil(Instant.EPOCH);
    }
    if (shape.url() || shape.text()) {
      example.evidence(
          List.of(
              new Evidence(
                  shape.url() ? "https://evidence.invalid/" : null,
                  null,
                  shape.text() ? "" : null,
                  null,
                  null,
                  null)));
    }
    return example.build().toJson();
  }
}
