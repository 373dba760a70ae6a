package org.insignia.server.api.me.profile;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profile.Visibility;
import org.insignia.server.accounts.profile.ProfileLink;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person says about themselves, and who may see it. */
@RestController
@RequestMapping("/rest/v1/me/profile")
class MyProfileApi {
  private static final int LONGEST_TYPED = 1000;
  private static final int MOST_TYPED = 20;
  private static final List<String> WORDS =
      List.of("name", "vanity", "language", "headline", "links");

  private final EarnerDoor door;
  private final Profiles profiles;
  private final TransactionTemplate transaction;
  private final Texts texts;
  private final Settings settings;

  MyProfileApi(
      EarnerDoor door,
      Profiles profiles,
      TransactionTemplate transaction,
      Texts texts,
      Settings settings) {
    this.door = door;
    this.profiles = profiles;
    this.transaction = transaction;
    this.texts = texts;
    this.settings = settings;
  }

  /**
   * A profile.
   *
   * @param vanity the last part of its address
   * @param url of its page
   * @param photo where this program reads the picture; null where there is none
   * @param visibility {@code public} or {@code private}
   * @param listed whether the directory may name the person
   */
  record Json(
      String name,
      String vanity,
      URI url,
      String language,
      String headline,
      List<URI> links,
      @Nullable URI photo,
      String visibility,
      boolean listed) {
    Json {
      links = List.copyOf(links);
    }
  }

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_PROFILE);
  }

  @GetMapping
  Json read(HttpServletRequest request) {
    return json(profiles.of(person(request)));
  }

  /** Changes what the body names. */
  @PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Json change(@RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request);
    var before = profiles.of(person);
    var body = Body.of(json);
    var wish = wish(body, before, person);
    boolean isPublic =
        body.word("visibility", List.of("public", "private"), word(before.visibility()))
            .equals("public");
    boolean listed = body.flag("listed", before.listed() && isPublic);
    if (listed && !isPublic) {
      body.wrong("listed", "nobody is listed whose profile is private");
    }
    boolean shown = body.has("visibility") || body.has("listed");
    transaction.executeWithoutResult(status -> {
      if (WORDS.stream().anyMatch(body::has)) {
        profiles.change(person, wish).forEach(objection -> say(objection, body));
      }
      body.end();
      if (shown) {
        profiles.show(person, isPublic ? Visibility.PUBLIC : Visibility.PRIVATE, listed);
      }
    });
    return json(profiles.of(person));
  }

  private Profiles.Wish wish(Body body, Profile before, PersonId person) {
    return new Profiles.Wish(
        body.has("name") ? body.text("name", LONGEST_TYPED) : before.person().name(),
        body.has("vanity") ? body.text("vanity", LONGEST_TYPED) : before.person().vanity(),
        door.language(person, body),
        body.has("headline") ? body.text("headline", LONGEST_TYPED) : before.headline(),
        body.has("links")
            ? body.texts("links", MOST_TYPED, LONGEST_TYPED)
            : addresses(before).map(URI::toString).toList());
  }

  private void say(Profiles.Objection objection, Body body) {
    switch (objection) {
      case NAME -> body.wrongUnlessSaid("name", words("accounts.name.wrong"));
      case VANITY -> body.wrongUnlessSaid("vanity", words("accounts.vanity.wrong"));
      case VANITY_TAKEN -> body.wrongUnlessSaid("vanity", words("accounts.vanity.taken"));
      case HEADLINE -> body.wrongUnlessSaid("headline", words("accounts.headline.wrong"));
      case LINK -> body.wrongUnlessSaid("links", words("accounts.links.wrong"));
      case LINKS -> body.wrongUnlessSaid("links", words("accounts.links.many", ProfileLink.MOST));
    }
  }

  private String words(String key, Object... args) {
    return texts.text(Language.EN, key, args);
  }

  private Json json(Profile profile) {
    return new Json(
        profile.person().name(),
        profile.person().vanity(),
        settings.url(profile.path()),
        profile.person().language().tag(),
        profile.headline(),
        addresses(profile).toList(),
        profile.photo() == null ? null : settings.url("/rest/v1/me/profile/photo"),
        word(profile.visibility()),
        profile.listed());
  }

  private static Stream<URI> addresses(Profile profile) {
    return profile.links().stream().map(ProfileLink::url);
  }

  private static String word(Visibility visibility) {
    return visibility.name().toLowerCase(Locale.ROOT);
  }
}
