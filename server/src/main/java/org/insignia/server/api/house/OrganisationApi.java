package org.insignia.server.api.house;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.settings.OrganisationSettings;
import org.insignia.server.organisations.settings.SettingsWish;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an organisation says of itself. */
@RestController
@RequestMapping("/rest/v1/organisation")
class OrganisationApi {
  private final ApiDoor door;
  private final Organisations organisations;
  private final OrganisationSettings changes;
  private final Texts texts;
  private final Settings settings;

  OrganisationApi(
      ApiDoor door,
      Organisations organisations,
      OrganisationSettings changes,
      Texts texts,
      Settings settings) {
    this.door = door;
    this.organisations = organisations;
    this.changes = changes;
    this.texts = texts;
    this.settings = settings;
  }

  /**
   * An organisation.
   *
   * @param verifiedDomain in which it proved to have a say; null for none
   */
  record Json(
      UUID id,
      String slug,
      String name,
      URI page,
      @Nullable URI url,
      @Nullable String email,
      String description,
      String accent,
      @Nullable URI logo,
      @Nullable String verifiedDomain) {}

  @GetMapping
  Json look(HttpServletRequest request) {
    return json(door.enter(request, Scope.ORGANISATION_READ).organisation());
  }

  /** Changes what the body names. */
  @PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Json change(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ORGANISATION_WRITE);
    var before = visit.organisation();
    var body = Body.of(json);
    var wish = wish(body, before);
    check(wish, before, body);
    body.end();
    changes.change(visit.actor(), before, wish);
    return json(organisations.get(before.id()));
  }

  private static SettingsWish wish(Body body, Organisation before) {
    var known = SettingsWish.of(before);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("name", text(body, "name", 200, known.name()));
    form.put("url", text(body, "url", 500, known.url()));
    form.put("email", text(body, "email", 320, known.email()));
    form.put(
        "description",
        text(body, "description", Organisation.LONGEST_DESCRIPTION, known.description()));
    form.put("accent", text(body, "accent", 7, known.accent()));
    return SettingsWish.typed(form);
  }

  private static String text(Body body, String name, int most, String known) {
    return body.has(name) ? body.text(name, most) : known;
  }

  private void check(SettingsWish wish, Organisation before, Body body) {
    changes
        .nameProblem(before, wish.name())
        .ifPresent(p ->
            body.wrong(
                "name",
                p.other().isEmpty()
                    ? texts.text(Language.EN, p.key())
                    : texts.text(Language.EN, p.key(), p.other())));
    if (!wish.hasSite()) {
      body.wrong("url", "an address that begins with https:// or http://");
    }
    if (!wish.email().isEmpty() && wish.mailbox().isEmpty()) {
      body.wrong("email", "an e-mail address");
    }
    if (!wish.hasPlainDescription()) {
      body.wrong("description", "plain text");
    }
    if (!wish.hasAccent()) {
      body.wrong("accent", "a colour as #1f4e79");
    }
  }

  private Json json(Organisation organisation) {
    var logo = organisation.logoPath();
    return new Json(
        organisation.id().value(),
        organisation.slug(),
        organisation.name(),
        settings.url("/org/" + organisation.slug()),
        organisation.url(),
        organisation.email(),
        organisation.description(),
        organisation.accent(),
        logo.isEmpty() ? null : settings.url(logo),
        organisation.domain());
  }
}
