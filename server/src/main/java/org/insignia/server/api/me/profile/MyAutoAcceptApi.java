package org.insignia.server.api.me.profile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.claims.AutoAccept;
import org.insignia.server.claims.Claim.Visibility;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether badges are accepted for a person without asking them. */
@RestController
@RequestMapping("/rest/v1/me/auto-accept")
class MyAutoAcceptApi {
  private final EarnerDoor door;
  private final AutoAccept autoAccept;

  MyAutoAcceptApi(EarnerDoor door, AutoAccept autoAccept) {
    this.door = door;
    this.autoAccept = autoAccept;
  }

  /**
   * What a person wants.
   *
   * @param visibility {@code public} or {@code private}, of badges that are accepted so; null where
   *     it is off
   */
  record Json(boolean enabled, @Nullable String visibility) {}

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_PROFILE);
  }

  @GetMapping
  Json read(HttpServletRequest request) {
    return json(person(request));
  }

  private Json json(PersonId person) {
    return autoAccept
        .of(person)
        .map(visibility -> new Json(true, visibility.name().toLowerCase(Locale.ROOT)))
        .orElseGet(() -> new Json(false, null));
  }

  /** Private where the body does not say how they are shown. */
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Json turn(@RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request);
    var body = Body.of(json);
    if (!body.has("enabled") || body.isNull("enabled")) {
      body.wrong("enabled", "is needed: true or false");
    }
    boolean enabled = body.flag("enabled", false);
    var visibility = body.word("visibility", List.of("public", "private"), "private");
    body.end();
    if (enabled) {
      autoAccept.turnOn(person, Visibility.of(visibility));
    } else {
      autoAccept.turnOff(person);
    }
    return json(person);
  }
}
