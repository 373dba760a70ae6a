package org.insignia.server.issuing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.issuing.AchievementDocuments;
import org.insignia.server.issuing.DesignImages;
import org.insignia.server.issuing.HostedAssertions;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.PublicAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An achievement as JSON, and its picture without any credential in it. */
@RestController
final class AchievementForms {
  private static final String BADGE = "/org/{slug}/badge/{achievement:[a-z0-9-]+}";
  private static final Duration KEPT = Duration.ofMinutes(5);

  /** The sides that are drawn, in pixels: any other is given the next larger one. */
  private static final int[] SIZES = {96, 128, 192, 256, 400, 600, 1200};

  private final Organisations organisations;
  private final Achievements achievements;
  private final AchievementDocuments documents;
  private final DesignImages images;
  private final HostedAssertions assertions;

  AchievementForms(
      Organisations organisations,
      Achievements achievements,
      AchievementDocuments documents,
      DesignImages images,
      HostedAssertions assertions) {
    this.organisations = organisations;
    this.achievements = achievements;
    this.documents = documents;
    this.images = images;
    this.assertions = assertions;
  }

  @GetMapping(BADGE + ".json")
  ResponseEntity<byte[]> json(
      @PathVariable String slug,
      @PathVariable String achievement,
      @RequestParam(defaultValue = "en") String lang,
      HttpServletRequest request) {
    Organisation organisation = organisation(slug);
    var document =
        documents.document(organisation, find(organisation, achievement), Language.of(lang));
    return PublicAnswer.of(
            Bytes.utf8(Json.write(IssuerDocuments.withContexts(document))),
            "application/ld+json",
            KEPT)
        .to(request);
  }

  /** The Open Badges 2.0 form. */
  @GetMapping(BADGE + "/ob2.json")
  ResponseEntity<byte[]> badgeClass(
      @PathVariable String slug,
      @PathVariable String achievement,
      @RequestParam Optional<UUID> design,
      @RequestParam(defaultValue = "en") String lang,
      HttpServletRequest request) {
    Organisation organisation = organisation(slug);
    Achievement found = find(organisation, achievement);
    DesignId look = design.map(DesignId::new).orElse(found.design());
    var document = assertions.badgeClass(organisation, found, look, Language.of(lang));
    return PublicAnswer.of(Bytes.utf8(Json.write(document)), "application/ld+json", KEPT)
        .to(request);
  }

  /**
   * @param design the look of a credential; without it the present one
   */
  @GetMapping(BADGE + "/image.png")
  ResponseEntity<byte[]> png(
      @PathVariable String slug,
      @PathVariable String achievement,
      @RequestParam Optional<UUID> design,
      @RequestParam(defaultValue = "600") int size,
      HttpServletRequest request) {
    DesignId look = look(slug, achievement, design);
    return answer(images.png(look, drawn(size)), "image/png", design.isPresent()).to(request);
  }

  /** As {@link #png}, without a size. */
  @GetMapping(BADGE + "/image.svg")
  ResponseEntity<byte[]> svg(
      @PathVariable String slug,
      @PathVariable String achievement,
      @RequestParam Optional<UUID> design,
      HttpServletRequest request) {
    DesignId look = look(slug, achievement, design);
    return answer(images.svg(look), "image/svg+xml", design.isPresent()).to(request);
  }

  private static PublicAnswer answer(Bytes image, String mediaType, boolean forEver) {
    return forEver
        ? PublicAnswer.forEver(image, mediaType)
        : PublicAnswer.of(image, mediaType, KEPT);
  }

  private static int drawn(int wanted) {
    for (int size : SIZES) {
      if (wanted <= size) {
        return size;
      }
    }
    return SIZES[SIZES.length - 1];
  }

  private DesignId look(String slug, String achievement, Optional<UUID> design) {
    Achievement found = find(organisation(slug), achievement);
    return design.map(DesignId::new).orElse(found.design());
  }

  private Organisation organisation(String slug) {
    return organisations
        .find(slug)
        .orElseThrow(() -> new Problem.NotFound("there is no organisation " + slug));
  }

  private Achievement find(Organisation organisation, String slug) {
    return achievements
        .bySlug(organisation.id(), slug)
        .filter(Achievement::isPublic)
        .orElseThrow(() -> new Problem.NotFound("there is no achievement " + slug));
  }
}
