package org.insignia.server.sharing.social.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Comparator;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievement.Kind;
import org.insignia.server.catalog.Achievement.State;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.PublicAnswer;
import org.insignia.server.sharing.social.SocialPictures;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pictures for links to organisations and achievements. Nothing of any person is in them. */
@RestController
final class IssuerPictures {
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final Organisations organisations;
  private final Achievements achievements;
  private final SocialPictures pictures;

  IssuerPictures(Organisations organisations, Achievements achievements, SocialPictures pictures) {
    this.organisations = organisations;
    this.achievements = achievements;
    this.pictures = pictures;
  }

  @GetMapping("/org/{slug}/badge/{achievement:[a-z0-9-]+}/social.png")
  ResponseEntity<byte[]> achievement(
      @PathVariable String slug,
      @PathVariable String achievement,
      @RequestParam(defaultValue = "en") String lang,
      HttpServletRequest request) {
    var organisation = find(slug);
    var found =
        achievements
            .bySlug(organisation.id(), achievement)
            .filter(Achievement::isPublic)
            .orElseThrow(() -> new Problem.NotFound("there is no achievement " + achievement));
    var picture = pictures.of(organisation, found, Language.of(lang));
    return PublicAnswer.of(pictures.png(picture), "image/png", KEPT).to(request);
  }

  /** Shows the first of its certifications by name. */
  @GetMapping("/org/{slug}/social.png")
  ResponseEntity<byte[]> organisation(
      @PathVariable String slug,
      @RequestParam(defaultValue = "en") String lang,
      HttpServletRequest request) {
    var organisation = find(slug);
    var all = achievements.all(organisation.id()).stream().filter(Achievement::isOffered).toList();
    var shown =
        all.stream()
            .min(
                Comparator.comparing((Achievement a) -> a.state() != State.ACTIVE)
                    .thenComparing(a -> a.kind() != Kind.CERTIFICATION)
                    .thenComparing(Achievement::slug))
            .orElseThrow(() -> new Problem.NotFound("nothing to show of " + slug));
    var picture = pictures.of(organisation, shown, all.size(), Language.of(lang));
    return PublicAnswer.of(pictures.png(picture), "image/png", KEPT).to(request);
  }

  private Organisation find(String slug) {
    return organisations
        .find(slug)
        .orElseThrow(() -> new Problem.NotFound("there is no organisation " + slug));
  }
}
