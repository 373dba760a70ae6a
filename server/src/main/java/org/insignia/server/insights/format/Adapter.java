package org.insignia.server.insights.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.insignia.server.insights.reading.Draft;
import org.insignia.server.insights.syntax.Items;
import org.insignia.server.insights.syntax.JsonItems;
import org.insignia.server.insights.syntax.Unreadable;
import org.insignia.server.insights.syntax.Value;

/** One format: where its items stand, and which part of a posting each of their values is. */
interface Adapter {
  /**
   * Hands on the items of a document.
   *
   * @param charset as the server named it; may be empty
   * @return the address of the next page; empty where there is none
   */
  String read(InputStream in, String charset, Items items) throws IOException, Unreadable;

  /**
   * What an item says. Nothing is checked here.
   *
   * @param holder the board or site the item stands under in a document of several; may be empty
   */
  Draft draft(Value item, String holder);

  /** Documents that are a list of items under this name, or several of them by board. */
  static JsonItems.Where under(String list, String boards) {
    return new JsonItems.Where(List.of(list), List.of(boards), false);
  }

  /** The first step of an address's path: job boards name the employer there. */
  static String firstStep(String url) {
    var matcher =
        java.util.regex.Pattern.compile("https?://[^/]+/([\\p{L}\\p{N}._%-]+)/.*").matcher(url);
    if (!matcher.matches()) {
      return "";
    }
    var words = matcher.group(1).replaceAll("(%20|[-_])+", " ").strip();
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }

  /** The same for a holder: boards are named after the employer. */
  static String employer(String holder) {
    return firstStep("https://x/" + holder + "/x");
  }
}
