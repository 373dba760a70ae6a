package org.insignia.server.insights.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import org.jsoup.Jsoup;

/** Reads the JSON-LD that a web page carries for machines; nothing of the page is run. */
public final class PageItems {
  private static final int LARGEST = 8 << 20;

  private PageItems() {}

  /**
   * Hands on each block of JSON-LD as one item.
   *
   * @param charset as the sender named it; empty where the page says it itself
   */
  public static void read(InputStream in, String charset, Items items)
      throws IOException, Unreadable {
    var bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new Unreadable("the page is larger than " + LARGEST + " bytes");
    }
    var encoding = charset.isEmpty() ? null : Characters.named(charset).name();
    var page = Jsoup.parse(new java.io.ByteArrayInputStream(bytes), encoding, "");
    for (var script : page.select("script[type=application/ld+json]")) {
      items.item(JsonItems.read(new StringReader(script.data())), "");
    }
  }
}
