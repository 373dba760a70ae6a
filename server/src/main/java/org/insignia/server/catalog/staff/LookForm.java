package org.insignia.server.catalog.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.insignia.server.catalog.design.Colour;
import org.insignia.server.catalog.design.Design;
import org.insignia.server.catalog.design.Icon;
import org.insignia.server.catalog.design.Metal;
import org.insignia.server.catalog.design.Outline;
import org.insignia.server.catalog.design.Ring;
import org.springframework.util.MultiValueMap;

/**
 * The parts of a badge as they were chosen and typed.
 *
 * @param enamel {@code #rrggbb}
 * @param title may have line feeds
 * @param stars a number from 0 to 5
 */
public record LookForm(
    String outline,
    String ring,
    String metal,
    String enamel,
    String icon,
    String legend,
    String title,
    String level,
    String ribbon,
    String stars) {
  /** Longest text on a badge that can still be read, in code points. */
  public static final int LONGEST_TITLE = 120;

  /** Longest of the smaller texts. */
  public static final int LONGEST_SMALL = 60;

  private static final int MOST_STARS = 5;

  static LookForm of(Design design) {
    return new LookForm(
        design.outline().name(),
        design.ring().name(),
        design.metal().name(),
        design.enamel().hex(),
        design.icon().name(),
        design.legend(),
        design.title(),
        design.level(),
        design.ribbon(),
        Integer.toString(design.stars()));
  }

  static LookForm read(MultiValueMap<String, String> form) {
    return new LookForm(
        Typed.line(form, "outline"),
        Typed.line(form, "ring"),
        Typed.line(form, "metal"),
        Typed.line(form, "enamel").toLowerCase(Locale.ROOT),
        Typed.line(form, "icon"),
        Typed.line(form, "legend"),
        Typed.text(form, "title"),
        Typed.line(form, "level"),
        Typed.line(form, "ribbon"),
        Typed.line(form, "stars"));
  }

  /** The same as the query of an address. */
  String query() {
    return String.join(
        "&",
        List.of(
            part("outline", outline),
            part("ring", ring),
            part("metal", metal),
            part("enamel", enamel),
            part("icon", icon),
            part("legend", legend),
            part("title", title),
            part("level", level),
            part("ribbon", ribbon),
            part("stars", stars)));
  }

  private static String part(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** The design, if all of it is right. */
  Optional<Design> design(Faults faults) {
    known("outline", outline, Outline.class, faults);
    known("ring", ring, Ring.class, faults);
    known("metal", metal, Metal.class, faults);
    known("icon", icon, Icon.class, faults);
    if (!enamel.matches("#[0-9a-f]{6}")) {
      faults.add("enamel", "certificates.design.colour-wrong");
    }
    if (!stars.matches("[0-" + MOST_STARS + "]")) {
      faults.add("stars", "achievements.choose");
    }
    if (title.isEmpty()) {
      faults.add("title", "achievements.missing");
    }
    shorter("title", title, LONGEST_TITLE, faults);
    shorter("legend", legend, LONGEST_SMALL, faults);
    shorter("level", level, LONGEST_SMALL, faults);
    shorter("ribbon", ribbon, LONGEST_SMALL, faults);
    return faults.none() ? Optional.of(drawn()) : Optional.empty();
  }

  /** A design as near to what was typed as can be drawn, so that a picture is always there. */
  Design nearest(Design otherwise) {
    return new LookForm(
            isKnown(outline, Outline.class) ? outline : otherwise.outline().name(),
            isKnown(ring, Ring.class) ? ring : otherwise.ring().name(),
            isKnown(metal, Metal.class) ? metal : otherwise.metal().name(),
            enamel.matches("#[0-9a-f]{6}") ? enamel : otherwise.enamel().hex(),
            isKnown(icon, Icon.class) ? icon : otherwise.icon().name(),
            cut(legend, LONGEST_SMALL),
            title.isEmpty() ? "…" : cut(title, LONGEST_TITLE),
            cut(level, LONGEST_SMALL),
            cut(ribbon, LONGEST_SMALL),
            stars.matches("[0-" + MOST_STARS + "]") ? stars : "0")
        .drawn();
  }

  private Design drawn() {
    return new Design(
        Outline.valueOf(outline),
        Ring.valueOf(ring),
        Metal.valueOf(metal),
        Colour.of(enamel),
        Icon.valueOf(icon),
        legend,
        title,
        level,
        ribbon,
        Integer.parseInt(stars));
  }

  private static <E extends Enum<E>> void known(
      String field, String word, Class<E> type, Faults faults) {
    if (!isKnown(word, type)) {
      faults.add(field, "achievements.choose");
    }
  }

  private static <E extends Enum<E>> boolean isKnown(String word, Class<E> type) {
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(word)) {
        return true;
      }
    }
    return false;
  }

  private static void shorter(String field, String typed, int longest, Faults faults) {
    int length = Typed.length(typed);
    if (length > longest) {
      faults.add(field, "achievements.too-long", longest, length);
    }
  }

  private static String cut(String text, int longest) {
    return Typed.length(text) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest));
  }
}
