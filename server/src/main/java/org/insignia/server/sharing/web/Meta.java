package org.insignia.server.sharing.web;

import java.util.Map;
import java.util.regex.Pattern;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.server.platform.i18n.Language;

/**
 * What a page says of itself to machines: link previews and search engines.
 *
 * @param url the one address of the page
 * @param image absolute address of a square PNG; empty where there is none
 * @param social absolute address of a PNG of 1200 by 630 for link previews, instead of the square
 *     one; empty where there is none
 * @param alternate path of the page's JSON form; empty where there is none
 * @param embed absolute address of the page's oEmbed answer, up to its format; empty where it
 *     cannot be embedded
 * @param jsonLd a schema.org object in a form that can stand inside a script element
 */
public record Meta(
    String title,
    String description,
    String url,
    String image,
    String social,
    String alternate,
    String embed,
    String jsonLd) {
  private static final int LONGEST = 280;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /**
   * @param schema the schema.org object, without its context
   */
  public static Meta of(
      String title,
      String description,
      String url,
      String image,
      String alternate,
      Map<String, Object> schema) {
    return new Meta(title, cut(description), url, image, "", alternate, "", inScript(schema));
  }

  /** The same with a picture made for link previews. */
  Meta withSocial(String address) {
    return new Meta(title, description, url, image, address, alternate, embed, jsonLd);
  }

  /** The same for a page that other sites can show a part of. */
  Meta withEmbed(String address) {
    return new Meta(title, description, url, image, social, alternate, address, jsonLd);
  }

  /** The language as Open Graph writes it: always with a country. */
  public static String locale(Language language) {
    return switch (language) {
      case EN -> "en_US";
      case ES -> "es_ES";
      case PT_BR -> "pt_BR";
      case ZH_CN -> "zh_CN";
      case IT -> "it_IT";
    };
  }

  private static String cut(String text) {
    var line = BLANKS.matcher(text).replaceAll(" ").strip();
    return line.length() <= LONGEST
        ? line
        : line.substring(
                0,
                line.offsetByCodePoints(
                    0, Math.min(LONGEST, line.codePointCount(0, line.length())) - 1))
            + "…";
  }

  /** Nothing in a name can end the element or begin a comment: all of it stays within a string. */
  private static String inScript(Map<String, Object> schema) {
    var document = new java.util.LinkedHashMap<String, Object>();
    document.put("@context", "https://schema.org");
    document.putAll(schema);
    return inert(Json.write(JsonValue.from(document)));
  }

  private static String inert(String json) {
    var out = new StringBuilder(json.length() + 64);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      switch (c) {
        case '&' -> out.append("\\u0026");
        case '<' -> out.append("\\u003c");
        case '>' -> out.append("\\u003e");
        case '\u2028' -> out.append("\\u2028");
        case '\u2029' -> out.append("\\u2029");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
