package org.insignia.server.api.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.api.json.Body;
import org.insignia.server.catalog.entries.CertificationForm;
import org.insignia.server.catalog.entries.CertificationWish;
import org.insignia.server.catalog.entries.ExamForm;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.catalog.staff.Typed;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/** What a body says of an exam or certification; what it leaves out is as it was. */
final class EntryBody {
  private static final int LONGEST = 400;

  private EntryBody() {}

  static ExamForm exam(Body body, ExamForm known) {
    var form =
        new ExamForm(
            line(body, "number", known.code()),
            titles(body, known.titles()),
            day(body, known.retirement()),
            body.flag("legacy", known.legacy()));
    body.end();
    return form;
  }

  /**
   * @param requires what is required at present; null where that is not known
   */
  static CertificationWish certification(
      Body body, CertificationForm known, @Nullable Requirement requires, CatalogVersion version) {
    var form =
        new CertificationForm(
            titles(body, known.titles()),
            line(body, "type", known.type()),
            body.isNull("level") ? "" : line(body, "level", known.level()),
            day(body, known.retirement()),
            body.flag("legacy", known.legacy()));
    var wanted = requires;
    if (body.isNull("requires")) {
      wanted = null;
    } else if (body.has("requires")) {
      wanted = requirement(body.part("requires"), version, 0).orElse(null);
    }
    body.end();
    return CertificationWish.of(form, wanted);
  }

  private static String line(Body body, String name, String known) {
    return body.has(name) ? Typed.line(body.text(name, LONGEST)) : known;
  }

  private static String day(Body body, String known) {
    return body.has("lastDay") ? body.day("lastDay").map(Object::toString).orElse("") : known;
  }

  /** Languages that are not named stay as they are; null takes one away. */
  private static Map<Language, String> titles(Body body, Map<Language, String> known) {
    Map<Language, String> titles = new EnumMap<>(Language.class);
    titles.putAll(known);
    if (body.has("titles")) {
      var part = body.part("titles");
      for (var language : Language.all()) {
        if (part.has(language.tag())) {
          var title = Typed.line(part.text(language.tag(), LONGEST));
          if (title.isEmpty()) {
            titles.remove(language);
          } else {
            titles.put(language, title);
          }
        }
      }
    }
    return titles;
  }

  /** Empty where something is wrong with it, which is noted. */
  private static Optional<Requirement> requirement(Body body, CatalogVersion version, int depth) {
    var exam = body.text("exam", LONGEST);
    var held = body.text("certification", LONGEST);
    boolean group = body.has("of");
    int said = (exam.isEmpty() ? 0 : 1) + (held.isEmpty() ? 0 : 1) + (group ? 1 : 0);
    if (said != 1) {
      body.wrong("of", "say one thing: exam, certification, or of with atLeast");
      return Optional.empty();
    }
    if (group) {
      return combination(body, version, depth);
    }
    if (!exam.isEmpty()) {
      var found = version.exam(exam).or(() -> version.examByCode(exam));
      if (found.isEmpty()) {
        body.wrong("exam", "there is no exam of this number or uid");
      }
      return found.map(e -> new Requirement.ExamPassed(e.uid()));
    }
    var found = EntryViews.named(version, held);
    if (found.isEmpty()) {
      body.wrong("certification", "there is no certification of this slug or uid");
    }
    return found.map(c -> new Requirement.CertificationHeld(c.uid()));
  }

  private static Optional<Requirement> combination(Body body, CatalogVersion version, int depth) {
    if (depth >= CertificationWish.DEEPEST) {
      body.wrong("of", "at most " + CertificationWish.DEEPEST + " groups in each other");
      return Optional.empty();
    }
    List<Requirement> parts = new ArrayList<>();
    var items = body.items("of", CertificationWish.MOST_PARTS);
    for (var item : items) {
      requirement(item, version, depth + 1).ifPresent(parts::add);
      body.take(item);
    }
    if (items.isEmpty() || parts.size() < items.size()) {
      if (items.isEmpty()) {
        body.wrong("of", "1 to " + CertificationWish.MOST_PARTS + " parts");
      }
      body.has("atLeast");
      return Optional.empty();
    }
    int needed = body.number("atLeast", 1, parts.size(), parts.size());
    return Optional.of(
        needed == parts.size()
            ? Requirement.all(parts)
            : needed == 1 ? Requirement.any(parts) : Requirement.atLeast(needed, parts));
  }
}
