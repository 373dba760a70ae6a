package org.insignia.server.issuing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.CredentialImages;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.HostedAssertions;
import org.insignia.server.issuing.Renderings;
import org.insignia.server.issuing.Visibility;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.PublicAnswer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * A credential as JSON and as baked images. One that is not public, or not there, looks the same in
 * every form: 404.
 */
@RestController
final class CredentialDocuments implements Renderings {
  private static final String BADGE =
      "/badges/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

  private final Credentials credentials;
  private final CredentialImages images;
  private final HostedAssertions assertions;
  private final ObjectProvider<Visibility> visibility;

  CredentialDocuments(
      Credentials credentials,
      CredentialImages images,
      HostedAssertions assertions,
      ObjectProvider<Visibility> visibility) {
    this.credentials = credentials;
    this.images = images;
    this.assertions = assertions;
    this.visibility = visibility;
  }

  @Override
  public List<String> addresses() {
    return List.of(
        "/badges/{id}.json",
        "/badges/{id}/image.png",
        "/badges/{id}/image.svg",
        "/badges/{id}/ob2.json");
  }

  @GetMapping(BADGE + ".json")
  ResponseEntity<byte[]> json(@PathVariable UUID id, HttpServletRequest request) {
    requireVisible(id);
    Bytes document = visible(id, credentials.document(new CredentialId(id)));
    return PublicAnswer.of(document, JsonForms.mediaType(request), PublicAnswer.HIDEABLE)
        .varyingBy("Accept")
        .to(request);
  }

  @GetMapping(BADGE + "/image.png")
  ResponseEntity<byte[]> png(@PathVariable UUID id, HttpServletRequest request) {
    requireVisible(id);
    Bytes image = visible(id, images.bakedPng(new CredentialId(id)));
    return PublicAnswer.of(image, "image/png", PublicAnswer.HIDEABLE).to(request);
  }

  @GetMapping(BADGE + "/image.svg")
  ResponseEntity<byte[]> svg(@PathVariable UUID id, HttpServletRequest request) {
    requireVisible(id);
    Bytes image = visible(id, images.bakedSvg(new CredentialId(id)));
    return PublicAnswer.of(image, "image/svg+xml", PublicAnswer.HIDEABLE).to(request);
  }

  /** The Open Badges 2.0 form; one that was taken back is gone, and says why. */
  @GetMapping(BADGE + "/ob2.json")
  ResponseEntity<byte[]> assertion(@PathVariable UUID id, HttpServletRequest request) {
    requireVisible(id);
    var hosted = assertions.assertion(new CredentialId(id)).orElseThrow(() -> notFound(id));
    var answer =
        PublicAnswer.of(
                Bytes.utf8(Json.write(hosted.document())),
                "application/ld+json",
                PublicAnswer.HIDEABLE)
            .to(request);
    return hosted.gone()
        ? ResponseEntity.status(HttpStatus.GONE).headers(answer.getHeaders()).body(answer.getBody())
        : answer;
  }

  private static Bytes visible(UUID id, Optional<Bytes> document) {
    return document.orElseThrow(() -> notFound(id));
  }

  private void requireVisible(UUID id) {
    Visibility judge = visibility.getIfAvailable();
    if (judge == null || !judge.isPublic(new CredentialId(id))) {
      throw notFound(id);
    }
  }

  private static Problem notFound(UUID id) {
    return new Problem.NotFound("there is no public badge " + id);
  }
}
