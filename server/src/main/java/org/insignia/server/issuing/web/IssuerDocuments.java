package org.insignia.server.issuing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.issuing.HostedAssertions;
import org.insignia.server.keys.Issuers;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.PublicAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** An organisation's DID document and its profile as an issuer. */
@RestController
final class IssuerDocuments {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final List<String> CONTEXTS =
      List.of(
          "https://www.w3.org/ns/credentials/v2",
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

  private final Organisations organisations;
  private final Issuers issuers;
  private final HostedAssertions assertions;

  IssuerDocuments(Organisations organisations, Issuers issuers, HostedAssertions assertions) {
    this.organisations = organisations;
    this.issuers = issuers;
    this.assertions = assertions;
  }

  @GetMapping("/org/{slug}/did.json")
  ResponseEntity<byte[]> did(@PathVariable String slug, HttpServletRequest request) {
    var document = Bytes.utf8(Json.write(issuers.document(organisation(slug))));
    return PublicAnswer.of(document, "application/did+json", KEPT).to(request);
  }

  /** With which anybody can check the signature of a document that it gave out, by any tool. */
  @GetMapping("/org/{slug}/document-certificates.pem")
  ResponseEntity<byte[]> certificates(@PathVariable String slug, HttpServletRequest request) {
    var certificates = Bytes.utf8(issuers.certificates(organisation(slug)));
    return PublicAnswer.of(certificates, "application/pem-certificate-chain", KEPT).to(request);
  }

  @GetMapping("/org/{slug}/profile.json")
  ResponseEntity<byte[]> profile(@PathVariable String slug, HttpServletRequest request) {
    JsonObject profile = withContexts(issuers.wholeProfile(organisation(slug)).toJson());
    return PublicAnswer.of(Bytes.utf8(Json.write(profile)), "application/ld+json", KEPT)
        .to(request);
  }

  /** The Open Badges 2.0 form. */
  @GetMapping("/org/{slug}/ob2.json")
  ResponseEntity<byte[]> issuer(@PathVariable String slug, HttpServletRequest request) {
    JsonObject issuer = assertions.issuer(organisation(slug));
    return PublicAnswer.of(Bytes.utf8(Json.write(issuer)), "application/ld+json", KEPT).to(request);
  }

  /** Read by itself, an object says in which words it speaks. */
  static JsonObject withContexts(JsonObject object) {
    var members = new java.util.LinkedHashMap<String, JsonValue>();
    members.put("@context", JsonValue.from(CONTEXTS));
    members.putAll(object.members());
    return new JsonObject(members);
  }

  private Organisation organisation(String slug) {
    return organisations
        .find(slug)
        .orElseThrow(() -> new Problem.NotFound("there is no organisation " + slug));
  }
}
