package org.insignia.server.catalog.entries;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.insignia.server.catalog.handmade.Complaints;
import org.insignia.server.catalog.staff.Typed;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What forms of exams and certifications have in common: titles by language, and a last day. */
final class Titles {
  static final int LONGEST = 200;

  private Titles() {}

  static Map<Language, String> read(MultiValueMap<String, String> form) {
    Map<Language, String> titles = new EnumMap<>(Language.class);
    for (var language : Language.all()) {
      var title = Typed.line(form, "title-" + language.tag());
      if (!title.isEmpty()) {
        titles.put(language, title);
      }
    }
    return titles;
  }

  static void check(Map<Language, String> titles, Complaints faults) {
    if (titles.isEmpty()) {
      faults.add("title-" + faults.language().tag(), "entries.title-missing");
    }
    titles.forEach((language, title) -> {
      int length = Typed.length(title);
      if (length > LONGEST) {
        faults.add("title-" + language.tag(), "achievements.too-long", LONGEST, length);
      }
    });
  }

  /** The day that was typed; null where there is none, or it is wrong. */
  static @Nullable LocalDate day(String typed, Complaints faults) {
    if (typed.isEmpty()) {
      return null;
    }
    try {
      var day = LocalDate.parse(typed);
      if (day.getYear() >= 1990 && day.getYear() <= 2200) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // said below
    }
    faults.add("retirement", "entries.day-wrong");
    return null;
  }

  /** A part of a uid that says what it names. */
  static String slug(String text, String otherwise) {
    var slug =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    var cut = slug.substring(0, Math.min(100, slug.length())).replaceAll("-$", "");
    return cut.isEmpty() ? otherwise : cut;
  }
}
