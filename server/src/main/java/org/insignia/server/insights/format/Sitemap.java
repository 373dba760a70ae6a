package org.insignia.server.insights.format;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.insignia.server.insights.syntax.Unreadable;
import org.insignia.server.insights.syntax.XmlItems;

/** A list of pages for machines (sitemaps.org), or of such lists. */
public record Sitemap(List<String> pages, List<String> sitemaps) {
  private static final int MOST = 50_000;

  public Sitemap {
    pages = List.copyOf(pages);
    sitemaps = List.copyOf(sitemaps);
  }

  /** Reads one to its end. */
  public static Sitemap read(InputStream in, String charset) throws Unreadable {
    List<String> pages = new ArrayList<>();
    List<String> sitemaps = new ArrayList<>();
    XmlItems.read(
        in,
        charset,
        Set.of("url", "sitemap"),
        (item, holder) -> add(holder.equals("url") ? pages : sitemaps, item.text("loc")));
    return new Sitemap(pages, sitemaps);
  }

  private static void add(List<String> list, String address) throws Unreadable {
    if (list.size() == MOST) {
      throw new Unreadable("more than " + MOST + " pages");
    }
    list.add(address.strip());
  }
}
