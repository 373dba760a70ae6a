package org.insignia.server.insights.market;

import java.net.IDN;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.insignia.server.insights.posting.KnownPosting;
import org.insignia.server.insights.skill.Skill;
import org.jspecify.annotations.Nullable;

/**
 * One posting with what is known of it.
 *
 * @param skills that it asks for
 * @param source null where its feed is gone
 */
public record JobOffer(KnownPosting known, List<Skill> skills, @Nullable Source source) {
  public JobOffer {
    skills = List.copyOf(skills);
  }

  /** The host where one applies; empty where the address says something else than it looks like. */
  public String host() {
    return host(known.posting().applyUrl());
  }

  /** The address where one applies; empty where it is closed, or is not what it looks like. */
  public String apply() {
    return host().isEmpty() || known.closedAt() != null
        ? ""
        : known.posting().applyUrl().toASCIIString();
  }

  static String host(URI address) {
    var host = address.getHost();
    boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
    if (!web || host == null || address.getRawUserInfo() != null) {
      return "";
    }
    try {
      return IDN.toASCII(host).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
