package org.insignia.server.api.certificates;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.insignia.server.api.json.Body;
import org.insignia.server.certificates.design.CertificateDesign;
import org.insignia.server.certificates.design.Wording;
import org.insignia.server.certificates.staff.DesignWish;
import org.insignia.server.certificates.staff.DesignWish.Signer;
import org.insignia.server.platform.i18n.Language;

/** What a body says of the look of certificates; what it leaves out is as it was. */
final class CertificateLookBody {
  private static final int LONGEST = 1_000;

  /** Places of what a wish complains about, as JSON Pointers. */
  static final Map<String, String> PLACES = places();

  private final Body body;
  private final Predicate<UUID> isOurs;

  /**
   * @param isOurs whether a picture of this id is kept for the organisation
   */
  CertificateLookBody(Body body, Predicate<UUID> isOurs) {
    this.body = body;
    this.isOurs = isOurs;
  }

  DesignWish read(DesignWish known) {
    var wish =
        new DesignWish(
            line(body, "colour", known.colour()).toLowerCase(Locale.ROOT),
            line(body, "ornament", known.ornament()).toLowerCase(Locale.ROOT),
            body.has("logo") ? picture(body, "logo") : known.logo(),
            body.has("signatories") ? signatories() : known.signatories(),
            wordings(known));
    body.end();
    return wish;
  }

  private static String line(Body body, String name, String known) {
    return body.has(name) ? DesignWish.plain(body.text(name, LONGEST)) : known;
  }

  private String picture(Body from, String name) {
    var text = from.text(name, 40);
    boolean isId = text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    if (!text.isEmpty() && !(isId && isOurs.test(UUID.fromString(text)))) {
      from.wrong(name, "there is no such picture here; bring it first");
      return "";
    }
    return text;
  }

  private List<Signer> signatories() {
    List<Signer> all = new ArrayList<>();
    for (var item : body.items("signatories", CertificateDesign.MOST_SIGNATORIES)) {
      all.add(
          new Signer(line(item, "name", ""), line(item, "title", ""), picture(item, "signature")));
      body.take(item);
    }
    return all;
  }

  private Map<Language, Map<Wording.Part, String>> wordings(DesignWish known) {
    Map<Language, Map<Wording.Part, String>> all = new EnumMap<>(Language.class);
    all.putAll(known.wordings());
    if (body.has("wordings")) {
      var said = body.part("wordings");
      for (var language : Language.all()) {
        if (said.isNull(language.tag())) {
          all.put(language, Map.of());
        } else if (said.has(language.tag())) {
          all.put(language, words(said.part(language.tag()), language, known));
        }
      }
    }
    return all;
  }

  private static Map<Wording.Part, String> words(Body said, Language language, DesignWish known) {
    Map<Wording.Part, String> parts = new EnumMap<>(Wording.Part.class);
    for (var part : Wording.Part.values()) {
      parts.put(part, line(said, part.word(), known.of(language, part)));
    }
    return parts;
  }

  private static Map<String, String> places() {
    Map<String, String> places = new HashMap<>();
    for (int i = 0; i < CertificateDesign.MOST_SIGNATORIES; i++) {
      places.put("name" + (i + 1), "/signatories/" + i + "/name");
      places.put("title" + (i + 1), "/signatories/" + i + "/title");
    }
    for (var language : Language.all()) {
      for (var part : Wording.Part.values()) {
        places.put(
            DesignWish.field(part, language), "/wordings/" + language.tag() + "/" + part.word());
      }
    }
    return Map.copyOf(places);
  }
}
