package org.insignia.server.demo;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.profile.Photos;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.corrections.Corrections;
import org.insignia.server.demo.DemoPeople.Member;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.collections.BadgeCollections;
import org.insignia.server.sharing.counts.Event;
import org.insignia.server.sharing.counts.Reach;
import org.insignia.server.sharing.evidence.OwnEvidences;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.insignia.server.sharing.foreign.ImportOutcome.Kept;
import org.insignia.server.sharing.profile.Gallery;
import org.springframework.stereotype.Component;

/**
 * What the demo's earner made of her badges, as she would have done it herself: she shows all but
 * one, brought another from elsewhere, and has a name to be corrected.
 */
@Component
final class DemoEarner {
  private static final String KEPT_TO_HERSELF = "exam.de-210";
  private static final String BEST = "certification.data-engineer";
  private static final String FIRST = "certification.data-foundations";

  /** From where her badges are looked at; empty: it was not told. */
  private static final List<String> COUNTRIES =
      List.of("BR", "PT", "US", "DE", "ES", "AO", "FR", "");

  private final Accounts accounts;
  private final Profiles profiles;
  private final Photos photos;
  private final Claims claims;
  private final Credentials credentials;
  private final Achievements achievements;
  private final PublicBadges badges;
  private final BadgeCollections collections;
  private final OwnEvidences evidences;
  private final Gallery gallery;
  private final ForeignBadges foreign;
  private final Corrections corrections;
  private final Reach reach;

  DemoEarner(
      Accounts accounts,
      Profiles profiles,
      Photos photos,
      Claims claims,
      Credentials credentials,
      Achievements achievements,
      PublicBadges badges,
      BadgeCollections collections,
      OwnEvidences evidences,
      Gallery gallery,
      ForeignBadges foreign,
      Corrections corrections,
      Reach reach) {
    this.accounts = accounts;
    this.profiles = profiles;
    this.photos = photos;
    this.claims = claims;
    this.credentials = credentials;
    this.achievements = achievements;
    this.badges = badges;
    this.collections = collections;
    this.evidences = evidences;
    this.gallery = gallery;
    this.foreign = foreign;
    this.corrections = corrections;
    this.reach = reach;
  }

  /**
   * What is worth a look.
   *
   * @param collection id of the collection that she shows
   */
  record Home(CredentialId badge, UUID collection) {}

  /** Accepts these and makes a home of them. */
  Home furnish(Member ana, List<Claim> waiting) {
    for (var claim : waiting) {
      boolean hidden = uid(claim).equals(KEPT_TO_HERSELF);
      claims.accept(
          ana.id(),
          claim.credential(),
          hidden ? Claim.Visibility.PRIVATE : Claim.Visibility.PUBLIC);
    }
    var best = of(waiting, BEST);
    var first = of(waiting, FIRST);
    introduce(ana);
    var brought = bring(ana);
    gallery.arrange(ana.id(), Stream.of(best.value(), brought, first.value()).toList());
    var shown = badges.ofOwner(best, ana.id());
    evidences.add(
        shown,
        "A pipeline that survives a storm",
        "The talk I gave on the tide gauges of Cabo Alto: forty stations, one broken cable, no reading lost.",
        "https://example.org/talks/tide-gauges");
    corrections.ask(
        ana.id(),
        first,
        new Corrections.Wish("Ana Sofia Marques", "My passport says Ana Sofia.", false));
    look(best);
    return new Home(best, collect(ana, List.of(best.value(), brought)));
  }

  private void introduce(Member ana) {
    profiles.change(
        ana.id(),
        new Profiles.Wish(
            "Ana Marques",
            accounts.person(ana.id()).vanity(),
            Language.EN,
            "Data engineer in Porto. Pipelines by day, a lighthouse by night",
            List.of("https://example.org/ana-marques", "https://code.example.org/ana-marques")));
    photos.put(ana.id(), DemoPortrait.png());
    profiles.show(ana.id(), Profile.Visibility.PUBLIC, true);
  }

  private UUID bring(Member ana) {
    if (foreign.fromBytes(ana.id(), DemoFiles.lighthouse()) instanceof Kept kept) {
      foreign.show(ana.id(), kept.id(), true);
      return kept.id();
    }
    throw new IllegalStateException("the badge from elsewhere is not what it was");
  }

  private UUID collect(Member ana, List<UUID> chosen) {
    var id = collections.make(ana.id(), "For my application");
    collections.change(
        ana.id(),
        id,
        new BadgeCollections.Wish(
            "For my application", "What counts for a team that moves data at sea.", true, chosen));
    return id;
  }

  /** As if the badge had been out for a while. */
  private void look(CredentialId id) {
    var badge = badges.ofEverybody(id);
    for (int view = 0; view < 214; view++) {
      reach.noteFrom(COUNTRIES.get(view * view % 53 % COUNTRIES.size()), badge, Event.VIEW);
    }
    for (int view = 0; view < 37; view++) {
      reach.noteFrom(COUNTRIES.get(view % 3), badge, Event.EMBED);
    }
    for (var share :
        List.of(Event.LINKEDIN, Event.LINKEDIN_PROFILE, Event.LINK, Event.LINK, Event.EMAIL)) {
      reach.note(badge, share);
    }
  }

  private CredentialId of(List<Claim> claims, String uid) {
    return claims.stream()
        .filter(claim -> uid(claim).equals(uid))
        .map(Claim::credential)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no badge of " + uid));
  }

  private String uid(Claim claim) {
    Achievement achievement =
        achievements.get(credentials.find(claim.credential()).orElseThrow().achievement());
    return achievement.sourceUid();
  }
}
