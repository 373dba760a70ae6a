package org.insignia.server.api.me.profile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.counts.Reach;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How often a badge of one's own was looked at and shared. */
@RestController
class MyReachApi {
  private final EarnerDoor door;
  private final PublicBadges badges;
  private final Reach reach;

  MyReachApi(EarnerDoor door, PublicBadges badges, Reach reach) {
    this.door = door;
    this.badges = badges;
    this.reach = reach;
  }

  /** Counts of one stretch of time. */
  record Counts(long views, long embeds, long shares) {
    static Counts of(Reach.Sums sums) {
      return new Counts(sums.views(), sums.embeds(), sums.shares());
    }
  }

  /**
   * All counts.
   *
   * @param ever since it was issued
   * @param lately in the last 30 days
   * @param sharedTo where its earner shared it, and how often
   */
  record Json(Counts ever, Counts lately, Map<String, Long> sharedTo) {
    Json {
      sharedTo = new TreeMap<>(sharedTo);
    }
  }

  @GetMapping("/rest/v1/me/badges/{id}/reach")
  Json of(@PathVariable UUID id, HttpServletRequest request) {
    var person = door.enter(request, PersonScope.ME_PROFILE);
    var badge = badges.ofOwner(new CredentialId(id), person).credential().id();
    Map<String, Long> sharedTo = new TreeMap<>();
    reach
        .sharesOf(badge)
        .forEach((event, count) ->
            sharedTo.put(event.name().toLowerCase(Locale.ROOT).replace('_', '-'), count));
    return new Json(
        Counts.of(reach.ofBadge(badge)), Counts.of(reach.ofBadgeLately(badge)), sharedTo);
  }
}
