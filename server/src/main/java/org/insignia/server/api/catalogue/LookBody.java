package org.insignia.server.api.catalogue;

import java.util.Locale;
import java.util.stream.Stream;
import org.insignia.server.api.json.Body;
import org.insignia.server.catalog.design.Colour;
import org.insignia.server.catalog.design.Design;
import org.insignia.server.catalog.design.Icon;
import org.insignia.server.catalog.design.Metal;
import org.insignia.server.catalog.design.Outline;
import org.insignia.server.catalog.design.Ring;
import org.insignia.server.catalog.staff.LookForm;

/** A composed look out of a request; what it leaves out is as in the look it begins with. */
final class LookBody {
  private static final int MOST_STARS = 5;

  private LookBody() {}

  static Design read(Body body, Design otherwise) {
    var outline = one(body, "outline", Outline.values(), otherwise.outline());
    var ring = one(body, "ring", Ring.values(), otherwise.ring());
    var metal = one(body, "metal", Metal.values(), otherwise.metal());
    var icon = one(body, "icon", Icon.values(), otherwise.icon());
    var enamel = enamel(body, otherwise);
    var title = text(body, "title", LookForm.LONGEST_TITLE, otherwise.title());
    if (title.isEmpty()) {
      body.wrong("title", "a look has a title");
    }
    var legend = text(body, "legend", LookForm.LONGEST_SMALL, otherwise.legend());
    var level = text(body, "level", LookForm.LONGEST_SMALL, otherwise.level());
    var ribbon = text(body, "ribbon", LookForm.LONGEST_SMALL, otherwise.ribbon());
    int stars = body.number("stars", 0, MOST_STARS, otherwise.stars());
    body.end();
    return new Design(outline, ring, metal, enamel, icon, legend, title, level, ribbon, stars);
  }

  private static <E extends Enum<E>> E one(Body body, String name, E[] values, E otherwise) {
    var words = Stream.of(values).map(EntryJson::word).toList();
    var word = body.word(name, words, EntryJson.word(otherwise));
    return values[words.indexOf(word)];
  }

  private static Colour enamel(Body body, Design otherwise) {
    var hex = body.text("enamel", 7).toLowerCase(Locale.ROOT);
    if (hex.isEmpty()) {
      return otherwise.enamel();
    }
    if (!hex.matches("#[0-9a-f]{6}")) {
      body.wrong("enamel", "a colour as #1f4e79");
      return otherwise.enamel();
    }
    return Colour.of(hex);
  }

  /** Characters are counted as people count them; the title alone may have several lines. */
  private static String text(Body body, String name, int most, String otherwise) {
    if (!body.has(name)) {
      return otherwise;
    }
    var text = body.text(name, 2 * most);
    boolean lines = name.equals("title");
    if (text.codePointCount(0, text.length()) > most) {
      body.wrong(name, "at most " + most + " characters");
    } else if (text.chars().anyMatch(c -> Character.isISOControl(c) && !(lines && c == '\n'))) {
      body.wrong(name, lines ? "text without control characters" : "one line of text");
    }
    return text;
  }
}
