package org.insignia.openbadges.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.rdf.Canonical;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.rdf.NQuads;
import org.insignia.openbadges.rdf.OverBudget;
import org.insignia.openbadges.rdf.Rdfc10;
import org.insignia.openbadges.rdf.WorkBudget;

/**
 * JSON-LD to statements to their canonical form: the order of members does not matter, and no
 * member is without effect on what gets signed.
 */
final class JsonLdTarget implements FuzzTarget {

  @Override
  public boolean judge(Bytes input) {
    try {
      JsonObject document = Json.parseObject(input);
      Bytes form = form(document);
      Property.same(
          form,
          Rdfc10.canonicalize(NQuads.parse(form.utf8()), WorkBudget.standard()),
          "canonical form moves");
      Property.same(form, form((JsonObject) reversed(document)), "the order of members matters");
      // Two objects of one id are one thing: what one of them says, the other need not repeat.
      JsonValue id = document.get("id");
      if (id == null || named(document, id) == 1) everyMemberCounts(document, form);
      return true;
    } catch (MalformedCredential | OverBudget e) {
      return false;
    }
  }

  private static void everyMemberCounts(JsonObject document, Bytes form) {
    for (Map.Entry<String, JsonValue> member : document.members().entrySet()) {
      if (!member.getKey().equals("@context") && !isEmpty(member.getValue())) {
        covered(document.without(member.getKey()), form, member.getKey());
      }
    }
  }

  private static int named(JsonValue value, JsonValue id) {
    return switch (value) {
      case JsonObject object -> {
        int own = id.equals(object.get("id")) ? 1 : 0;
        yield own + object.members().values().stream().mapToInt(v -> named(v, id)).sum();
      }
      case JsonArray array -> array.elements().stream().mapToInt(v -> named(v, id)).sum();
      default -> 0;
    };
  }

  private static void covered(JsonObject without, Bytes form, String name) {
    Bytes other;
    try {
      other = form(without);
    } catch (MalformedCredential | OverBudget e) {
      return; // its type defined the other terms
    }
    Property.holds(!form.equals(other), "not covered by the signature: " + name);
  }

  private static boolean isEmpty(JsonValue value) {
    return value instanceof JsonArray array
        && array.elements().stream().allMatch(JsonLdTarget::isEmpty);
  }

  private static Bytes form(JsonObject document) {
    return Canonical.form(document, Contexts.bundled());
  }

  private static JsonValue reversed(JsonValue value) {
    return switch (value) {
      case JsonObject object -> {
        var members = new LinkedHashMap<String, JsonValue>();
        for (String name : new ArrayList<>(object.members().keySet()).reversed()) {
          members.put(name, reversed(object.members().get(name)));
        }
        yield new JsonObject(members);
      }
      case JsonArray array ->
          new JsonArray(array.elements().stream().map(JsonLdTarget::reversed).toList());
      default -> value;
    };
  }

  @Override
  public List<Bytes> seeds() {
    return List.of(
        SignedSeeds.text(SignedSeeds.badge(SignedSeeds.EDWARDS)),
        Bytes.utf8(
            """
            {"@context":["https://www.w3.org/ns/credentials/v2",
              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
             "type":["VerifiableCredential","OpenBadgeCredential"],
             "issuer":"did:example:i","name":{"@value":"Weld","@language":"en"},
             "validUntil":"2030-01-01T00:00:00Z",
             "evidence":[{"type":["Evidence"],"narrative":"n"},{"id":"urn:e","type":["Evidence"]}],
             "credentialSubject":{"type":["AchievementSubject"],"creditsEarned":1.5,
               "identifier":[{"type":"IdentityObject","hashed":false,"identityHash":"a@b.example",
                 "identityType":"emailAddress"}],
               "achievement":{"id":"urn:a","type":["Achievement"],"name":"W","description":"d",
                 "criteria":{"narrative":"c"},"tag":["x","y"],
                 "resultDescription":[{"id":"urn:r","type":["ResultDescription"],"name":"r",
                   "resultType":"Percent","allowedValue":["1","2"]}]}}}
            """));
  }

  @Override
  public List<String> folders() {
    return List.of(
        "hostile/vc-rdfc-mutations", "standards/own/ob30-signed", "standards/dcc-fixtures");
  }
}
