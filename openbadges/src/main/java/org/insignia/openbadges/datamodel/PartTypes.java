package org.insignia.openbadges.datamodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * What the schemas leave open and the standard does not: the type of each part where it is a plain
 * string, and that criteria say something.
 */
public final class PartTypes {
  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("achievement", "Achievement"),
          Map.entry("address", "Address"),
          Map.entry("alignment", "Alignment"),
          Map.entry("association", "Association"),
          Map.entry("creator", "Profile"),
          Map.entry("evidence", "Evidence"),
          Map.entry("geo", "GeoCoordinates"),
          Map.entry("identifier", "IdentityObject"),
          Map.entry("image", "Image"),
          Map.entry("issuer", "Profile"),
          Map.entry("otherIdentifier", "IdentifierEntry"),
          Map.entry("parentOrg", "Profile"),
          Map.entry("related", "Related"),
          Map.entry("result", "Result"),
          Map.entry("resultDescription", "ResultDescription"),
          Map.entry("rubricCriterionLevel", "RubricCriterionLevel"),
          Map.entry("source", "Profile"));

  /** Credentials inside are judged by themselves, and proofs with their own rules. */
  private static final Set<String> APART =
      Set.of("@context", "endorsement", "verifiableCredential", "proof");

  private final List<MalformedCredential> problems = new ArrayList<>();

  private PartTypes() {}

  /** What is wrong with the parts of a credential of Open Badges 3.0 or CLR 2.0. */
  public static List<MalformedCredential> problems(JsonObject credential) {
    var types = new PartTypes();
    types.members(credential, "");
    return types.problems;
  }

  private void members(JsonObject object, String at) {
    object
        .members()
        .forEach((name, value) -> {
          if (!APART.contains(name)) {
            part(name, value, at + "/" + JsonPointer.escape(name));
          }
        });
  }

  private void part(String name, JsonValue value, String at) {
    switch (value) {
      case JsonArray array -> {
        for (int i = 0; i < array.elements().size(); i++) {
          part(name, array.elements().get(i), at + "/" + i);
        }
      }
      case JsonObject object -> {
        String wanted = CLASSES.get(name);
        if (wanted != null
            && object.get("type") != null
            && !object.list("type").contains(JsonValue.of(wanted))) {
          problems.add(new MalformedCredential(at + "/type", "not " + wanted));
        }
        if (name.equals("criteria")
            && object.get("id") == null
            && object.get("narrative") == null) {
          problems.add(new MalformedCredential(at, "neither id nor narrative"));
        }
        members(object, at);
      }
      default -> {}
    }
  }
}
