package org.insignia.server.catalog.entries;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.model.EntryText;
import org.insignia.server.catalog.wording.EntryWords;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;

/** Addresses of entries, and the titles with which their forms begin. */
final class Entrance {
  private Entrance() {}

  static String catalogue(Organisation organisation) {
    return "/console/" + organisation.slug() + "/catalogue";
  }

  static String entry(Organisation organisation, String uid) {
    return catalogue(organisation) + "/" + URLEncoder.encode(uid, StandardCharsets.UTF_8);
  }

  /** Those that staff gave it, else the catalogue's and what its sources have translated. */
  static Map<Language, String> titles(
      Catalog catalog, Organisation organisation, String uid, String title) {
    Map<Language, String> own = catalog.titlesByHand(organisation.id(), uid);
    if (!own.isEmpty()) {
      return own;
    }
    Map<String, EntryText> texts = catalog.texts(organisation.id(), uid);
    Map<Language, String> titles = new EnumMap<>(Language.class);
    for (var language : Language.all()) {
      EntryWords.title(texts, language).ifPresent(known -> titles.put(language, known));
    }
    Optional.of(title).filter(t -> !t.isEmpty()).ifPresent(t -> titles.put(Language.EN, t));
    return titles;
  }
}
