package org.insignia.server.api.credly.users;

import jakarta.servlet.http.HttpServletRequest;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.api.credly.objects.BadgeObjects;
import org.insignia.server.api.credly.objects.BadgeObjects.Names;
import org.insignia.server.api.credly.wire.Envelope;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The person who allowed a program to read their profile. */
@RestController
class SelfApi {
  private final SelfDoor door;
  private final Profiles profiles;
  private final Accounts accounts;
  private final BadgeObjects objects;

  SelfApi(SelfDoor door, Profiles profiles, Accounts accounts, BadgeObjects objects) {
    this.door = door;
    this.profiles = profiles;
    this.accounts = accounts;
    this.objects = objects;
  }

  @GetMapping({"/api/v1/users/self", "/oauth/v1/users/self"})
  ResponseEntity<Object> self(HttpServletRequest request) {
    var person =
        door.enter(
            request, PersonScope.BC_PROFILE_READ, PersonScope.OB3_PROFILE_READ, PersonScope.SELF);
    var profile = profiles.of(person);
    var name = profile.person().name();
    int last = name.lastIndexOf(' ');
    var user =
        objects.user(
            profile,
            accounts.verifiedAddresses(person).getFirst(),
            last < 0
                ? new Names(name, null, null)
                : new Names(name.substring(0, last).strip(), null, name.substring(last + 1)));
    user.put("name", name);
    user.put("vanity_slug", profile.person().vanity());
    return Envelope.of(user);
  }
}
