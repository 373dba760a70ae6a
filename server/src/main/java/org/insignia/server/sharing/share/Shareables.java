package org.insignia.server.sharing.share;

import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.sharing.ShownBadge;
import org.insignia.server.sharing.embed.Snippets;
import org.springframework.stereotype.Component;

/** What other sites are told of a badge, and what is pasted into them, in a language. */
@Component
public class Shareables {
  private final OrganisationLinks links;
  private final Settings settings;

  Shareables(OrganisationLinks links, Settings settings) {
    this.links = links;
    this.settings = settings;
  }

  /** What a site is told. */
  public SharedBadge told(ShownBadge badge, Language language) {
    var credential = badge.credential();
    return new SharedBadge(
        badge.achievement().words(language).name(),
        badge.organisation().name(),
        settings.url(credential.path()),
        credential.id().value().toString(),
        credential.earnedAt(),
        credential.validUntil(),
        links.linkedIn(badge.organisation().id()).orElse(null));
  }

  /** What is pasted. */
  public Snippets snippets(ShownBadge badge, Language language) {
    return new Snippets(
        settings.baseUrl().toString(),
        badge.credential().id().value(),
        badge.achievement().words(language).name(),
        badge.organisation().name());
  }
}
