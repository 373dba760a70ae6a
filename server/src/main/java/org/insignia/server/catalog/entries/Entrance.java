package org.insignia.server.catalog.entries;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.insignia.server.organisations.Organisation;

/** Addresses of entries. */
final class Entrance {
  private Entrance() {}

  static String catalogue(Organisation organisation) {
    return "/console/" + organisation.slug() + "/catalogue";
  }

  static String entry(Organisation organisation, String uid) {
    return catalogue(organisation) + "/" + URLEncoder.encode(uid, StandardCharsets.UTF_8);
  }
}
