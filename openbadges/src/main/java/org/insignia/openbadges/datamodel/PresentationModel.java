package org.insignia.openbadges.datamodel;

import java.util.List;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * The members of a presentation; the credentials in it are judged by themselves.
 *
 * @see <a
 *     href="https://www.w3.org/TR/2025/REC-vc-data-model-2.0-20250515/#verifiable-presentations">VC
 *     Data Model 2.0</a>
 */
public final class PresentationModel {
  private static final JsonString VERSION_1 =
      JsonValue.of("https://www.w3.org/2018/credentials/v1");

  private PresentationModel() {}

  /** What is wrong with a presentation, signed or not; empty where nothing is. */
  public static List<MalformedCredential> problems(JsonObject presentation) {
    var model = new ModelRules(presentation);
    model.baseContext();
    model.types("VerifiablePresentation");
    model.id("", presentation);
    model.signer("holder", presentation.get("holder"));
    model.typed("termsOfUse", false);
    boolean version1 = presentation.list("@context").contains(VERSION_1);
    for (JsonValue inside : presentation.list("verifiableCredential")) {
      // VC 1.1 presented a JWT as a plain string; 2.0 puts it into an envelope.
      if (!(inside instanceof JsonString && version1)) {
        inside(inside, model);
      }
    }
    return List.copyOf(model.problems());
  }

  private static void inside(JsonValue value, ModelRules model) {
    if (!(value instanceof JsonObject credential)) {
      model.problem("/verifiableCredential", "not an object");
      return;
    }
    List<JsonValue> types = credential.list("type");
    String id = credential.string("id");
    boolean enveloped = types.contains(JsonValue.of("EnvelopedVerifiableCredential"));
    if (!enveloped && !types.contains(JsonValue.of("VerifiableCredential"))) {
      model.problem("/verifiableCredential/type", "not a credential");
    }
    if (enveloped && (id == null || !id.startsWith("data:"))) {
      model.problem("/verifiableCredential/id", "not a data URL");
    }
  }
}
