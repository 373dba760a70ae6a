package org.insignia.server.api.credly.badges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.insignia.server.api.credly.objects.KnownBadge;
import org.insignia.server.api.credly.objects.KnownBadges;
import org.insignia.server.api.credly.wire.Filters;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.browse.BadgeSearch;
import org.insignia.server.organisations.Organisation;

/**
 * Reads a long list from where the last reading ended. What a filter leaves out is read over, for a
 * while: a stretch may be short, and the list goes on behind it.
 */
record BadgeStretch(BadgeSearch search, KnownBadges badges, BadgeFilter filter) {
  private static final int READINGS = 20;

  /**
   * What was found.
   *
   * @param last behind which the list goes on; empty where it ended
   */
  record Read(List<KnownBadge> badges, Optional<CredentialId> last) {
    Read {
      badges = List.copyOf(badges);
    }
  }

  Read read(Organisation organisation, Filters filters, Optional<CredentialId> before, int wanted) {
    var sought = filter.withoutFate(organisation, filters);
    List<KnownBadge> fitting = new ArrayList<>();
    var last = before;
    for (int i = 0; i < READINGS; i++) {
      var found = search.stretch(sought, last, wanted);
      for (var badge : badges.of(organisation, found)) {
        if (filter.fits(filters, badge)) {
          fitting.add(badge);
          if (fitting.size() == wanted) {
            return new Read(fitting, Optional.of(badge.credential().id()));
          }
        }
      }
      if (found.size() < wanted) {
        return new Read(fitting, Optional.empty());
      }
      last = Optional.of(found.getLast().id());
    }
    return new Read(fitting, last);
  }
}
