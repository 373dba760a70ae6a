package org.insignia.server.api.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.ProfileLink;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A person as a Profile of Open Badges. */
@Component
class PersonProfile {
  private final Profiles profiles;
  private final Accounts accounts;
  private final Settings settings;

  PersonProfile(Profiles profiles, Accounts accounts, Settings settings) {
    this.profiles = profiles;
    this.accounts = accounts;
    this.settings = settings;
  }

  /**
   * @param type {@code Profile}, as each edition writes it: a text or a list
   * @param image makes of an address what that edition has for a picture
   */
  Map<String, Object> json(
      PersonId person, Object type, java.util.function.Function<String, Object> image) {
    var profile = profiles.of(person);
    boolean open = profile.visibility() == Profile.Visibility.PUBLIC;
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", settings.url(profile.path()).toString());
    json.put("type", type);
    json.put("name", profile.person().name());
    if (!profile.headline().isEmpty()) {
      json.put("description", profile.headline());
    }
    if (open) {
      json.put("url", settings.url(profile.path()).toString());
    }
    json.put("email", accounts.verifiedAddresses(person).getFirst().value());
    if (open && profile.photoPath() != null) {
      json.put("image", image.apply(settings.url(profile.photoPath()).toString()));
    }
    return json;
  }

  /** As Open Badges 3.0 has it. */
  Map<String, Object> ob3(PersonId person) {
    return json(person, List.of("Profile"), url -> Map.of("id", url, "type", "Image"));
  }

  /** As Open Badges 2.0 has it. */
  Map<String, Object> ob2(PersonId person) {
    return json(person, "Profile", url -> url);
  }

  /**
   * Takes over the name and the one line about the person; the rest is not a program's to change.
   *
   * @return what was wrong, in English; empty if nothing was
   */
  Optional<String> change(PersonId person, JsonNode wish) {
    if (!wish.isObject()) {
      return Optional.of("the body is no Profile");
    }
    var profile = profiles.of(person);
    var objections =
        profiles.change(
            person,
            new Profiles.Wish(
                text(wish, "name", profile.person().name()),
                profile.person().vanity(),
                profile.person().language(),
                text(wish, "description", profile.headline()),
                profile.links().stream().map(PersonProfile::address).toList()));
    return objections.stream()
        .findFirst()
        .map(o ->
            switch (o) {
              case NAME -> "name is 1 to 200 characters of text";
              case HEADLINE -> "description is one line of at most 160 characters";
              case VANITY, VANITY_TAKEN, LINK, LINKS ->
                  "the profile as it stands cannot be written again";
            });
  }

  private static String address(ProfileLink link) {
    return link.url().toString();
  }

  private static String text(JsonNode wish, String member, String otherwise) {
    return wish.path(member).isString() ? wish.path(member).asString() : otherwise;
  }
}
