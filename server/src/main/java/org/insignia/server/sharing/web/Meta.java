package org.insignia.server.sharing.web;

import java.util.Map;
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
    var line = text.replaceAll("\\s+", " ").strip();
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
    return Json.write(JsonValue.from(document))
        .replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
