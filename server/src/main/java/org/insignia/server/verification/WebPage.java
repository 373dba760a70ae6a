package org.insignia.server.verification;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insignia.openbadges.key.DocumentLoader.Loaded.Document;

/**
 * A page for people where a badge was expected. It may name the badge's own address, as ours do:
 * {@code <link rel="alternate" type="application/vc+ld+json" href="...">}.
 */
final class WebPage {
  private static final int MOST_CHARACTERS = 100_000;
  private static final List<String> TYPES =
      List.of("application/vc+ld+json", "application/vc", "application/ld+json");
  private static final Pattern LINK = Pattern.compile("(?i)<link\\s([^<>]{1,2000}+)>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?i)\\b(rel|type|href)\\s*=\\s*(?:\"([^\"]{0,1000})\"|'([^']{0,1000})')");

  private WebPage() {}

  static boolean is(Document document) {
    return document.mediaType().equals("text/html")
        || document.mediaType().equals("application/xhtml+xml");
  }

  /** The address of the badge that the page is about, if it names one. */
  static Optional<URI> badge(Document page) {
    var text = page.body().utf8();
    var links = LINK.matcher(text.substring(0, Math.min(MOST_CHARACTERS, text.length())));
    while (links.find()) {
      var found = alternate(links.group(1), page.finalUrl());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<URI> alternate(String attributes, URI page) {
    String rel = "";
    String type = "";
    String href = "";
    Matcher each = ATTRIBUTE.matcher(attributes);
    while (each.find()) {
      var value = each.group(2) == null ? each.group(3) : each.group(2);
      switch (each.group(1).toLowerCase(java.util.Locale.ROOT)) {
        case "rel" -> rel = value;
        case "type" -> type = value;
        default -> href = value.replace("&amp;", "&");
      }
    }
    try {
      return rel.equalsIgnoreCase("alternate") && TYPES.contains(type) && !href.isEmpty()
          ? Optional.of(page.resolve(href))
          : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
