package org.insignia.server.api.vcapi.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonNull;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.report.Finding;
import org.insignia.server.api.vcapi.Instance;
import org.insignia.server.api.vcapi.Judgement;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers as the VC-API and DID Resolution shape them. */
final class Answers {
  private static final MediaType CREDENTIAL = MediaType.parseMediaType("application/vc+ld+json");
  private static final MediaType RESOLUTION =
      MediaType.parseMediaType("application/ld+json;profile=\"https://w3id.org/did-resolution\"");

  private Answers() {}

  static ResponseEntity<String> json(HttpStatus status, JsonObject body) {
    return answer(status, MediaType.APPLICATION_JSON, body);
  }

  static ResponseEntity<String> credential(HttpStatus status, JsonObject credential) {
    return json(status, (JsonObject) JsonValue.from(Map.of("verifiableCredential", credential)));
  }

  static ResponseEntity<String> document(JsonObject credential) {
    return answer(HttpStatus.OK, CREDENTIAL, credential);
  }

  static JsonObject instances(Collection<Instance> all) {
    return (JsonObject)
        JsonValue.from(Map.of("instances", all.stream().map(Answers::instance).toList()));
  }

  private static Map<String, Object> instance(Instance instance) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", instance.name());
    members.put("id", instance.did());
    members.put("securing", instance.securing());
    members.put("keyType", instance.curve());
    members.put("status", instance.hasStatus());
    return members;
  }

  static ResponseEntity<String> judgement(Judgement judgement) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (!judgement.verified()) {
      var first = judgement.errors().getFirst();
      members.putAll(members(HttpStatus.UNPROCESSABLE_CONTENT, type(first), first.detail()));
    }
    members.put("verified", judgement.verified());
    members.put("errors", judgement.errors().stream().map(Answers::finding).toList());
    members.put("warnings", judgement.warnings().stream().map(Answers::finding).toList());
    members.put("report", judgement.report().toJson());
    var body = (JsonObject) JsonValue.from(members);
    return judgement.verified()
        ? json(HttpStatus.OK, body)
        : answer(HttpStatus.UNPROCESSABLE_CONTENT, MediaType.APPLICATION_PROBLEM_JSON, body);
  }

  private static ProblemType type(Finding finding) {
    return switch (finding.step()) {
      case PARSE -> ProblemType.PARSING_ERROR;
      case PROOF, ISSUER -> ProblemType.CRYPTOGRAPHIC_SECURITY_ERROR;
      case STATUS -> ProblemType.STATUS_VERIFICATION_ERROR;
      default -> ProblemType.MALFORMED_VALUE_ERROR;
    };
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("step", finding.step().text());
    members.put(
        "code",
        switch (finding) {
          case Finding.Failed failed -> failed.reason().text();
          case Finding.Unchecked open -> open.reason().text();
          case Finding.Passed passed -> "ok";
          case Finding.Skipped skipped -> "not-applicable";
        });
    members.put("detail", finding.detail());
    return members;
  }

  static ResponseEntity<String> problem(HttpStatus status, ProblemType type, String detail) {
    return answer(
        status,
        MediaType.APPLICATION_PROBLEM_JSON,
        (JsonObject) JsonValue.from(members(status, type, detail)));
  }

  private static Map<String, Object> members(HttpStatus status, ProblemType type, String detail) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", type.uri());
    members.put("title", status.getReasonPhrase());
    members.put("status", status.value());
    members.put("detail", detail);
    return members;
  }

  /** Whoever dereferences finds the result under both of its names, old and new. */
  static ResponseEntity<String> resolution(JsonObject result) {
    var dereferenced = result.object("didDereferencingMetadata");
    var body = result;
    if (dereferenced != null) {
      body = body.with("didDocument", orEmpty(result.get("content")));
      body = body.with("didDocumentMetadata", new JsonObject(new LinkedHashMap<>()));
    } else {
      body = body.with("didDocument", orEmpty(result.get("didDocument")));
    }
    var metadata = dereferenced != null ? dereferenced : result.object("didResolutionMetadata");
    boolean found = metadata != null && metadata.get("error") == null;
    return answer(found ? HttpStatus.OK : HttpStatus.BAD_REQUEST, RESOLUTION, body);
  }

  /** The standard wants it empty where there is none. */
  private static JsonValue orEmpty(@Nullable JsonValue value) {
    return value == null || value instanceof JsonNull
        ? new JsonObject(new LinkedHashMap<>())
        : value;
  }

  private static ResponseEntity<String> answer(HttpStatus status, MediaType type, JsonObject body) {
    return ResponseEntity.status(status)
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .body(Json.write(body));
  }
}
