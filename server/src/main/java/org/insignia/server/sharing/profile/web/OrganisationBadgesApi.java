package org.insignia.server.sharing.profile.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.Map;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an organisation issues, as registries of credentials read it: who issues it stands with
 * each.
 */
@RestController
final class OrganisationBadgesApi {
  private final Organisations organisations;
  private final Achievements achievements;
  private final BadgeJson json;

  OrganisationBadgesApi(Organisations organisations, Achievements achievements, BadgeJson json) {
    this.organisations = organisations;
    this.achievements = achievements;
    this.json = json;
  }

  /** All that stand on its page, by name. */
  @GetMapping("/organizations/{slug:[a-z0-9-]{2,60}}/badges.json")
  ResponseEntity<byte[]> badges(
      @PathVariable String slug,
      @RequestParam(defaultValue = "en") String lang,
      HttpServletRequest request) {
    var organisation =
        organisations
            .find(slug)
            .orElseThrow(() -> new Problem.NotFound("there is no organisation " + slug));
    var language = Language.of(lang);
    var shown =
        achievements.all(organisation.id()).stream()
            .filter(Achievement::isOffered)
            .sorted(Comparator.comparing(Achievement::name).thenComparing(Achievement::slug))
            .toList();
    var page = JsonPage.of(request);
    return page.answer(
        page.of(shown).stream().map(a -> template(organisation, a, language)).toList(),
        shown.size(),
        json.absolute("/organizations/" + organisation.slug() + "/badges.json"),
        request);
  }

  private Map<String, Object> template(
      Organisation organisation, Achievement achievement, Language language) {
    var template = json.template(organisation, achievement, language);
    template.put("issuer", json.issuer(organisation));
    return template;
  }
}
