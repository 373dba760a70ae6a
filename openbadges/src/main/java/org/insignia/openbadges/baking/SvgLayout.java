package org.insignia.openbadges.baking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * Where in an SVG the root's start tag ends and where badges stand.
 *
 * @param prefixes those that names outside of badges have, whether declared or not
 */
record SvgLayout(
    String rootName,
    List<XmlAttribute> rootAttributes,
    int rootEnd,
    boolean rootEmpty,
    List<Badge> badges,
    Set<String> prefixes) {
  private static final String SVG = "http://www.w3.org/2000/svg";

  /**
   * One badge element.
   *
   * @param start offset of its start tag
   * @param end offset behind its end tag
   * @param verify value of the attribute of this name, empty where absent
   */
  record Badge(int start, int end, String namespace, String verify, String body) {}

  static SvgLayout of(String svg) {
    var scanner = new XmlScanner(svg);
    var names = new XmlNames();
    var token = scanner.next();
    while (token == XmlScanner.Token.TEXT) {
      token = scanner.next();
    }
    String root = scanner.name();
    names.enter(scanner.attributes());
    if (!XmlNames.localName(root).equals("svg") || !names.namespace(root).equals(SVG)) {
      throw XmlScanner.malformed("the root is not an svg element of " + SVG, scanner.start());
    }
    var attributes = scanner.attributes();
    int end = scanner.end();
    boolean empty = scanner.emptyElement();
    var prefixes = new HashSet<String>();
    collect(prefixes, scanner);
    List<Badge> badges = badges(scanner, names, prefixes);
    return new SvgLayout(root, attributes, end, empty, badges, Set.copyOf(prefixes));
  }

  private static List<Badge> badges(XmlScanner scanner, XmlNames names, Set<String> prefixes) {
    var badges = new ArrayList<Badge>();
    while (true) {
      switch (scanner.next()) {
        case START -> {
          names.enter(scanner.attributes());
          if (isBadge(names, scanner.name())) {
            badges.add(badge(scanner, names));
          } else {
            collect(prefixes, scanner);
          }
        }
        case END -> names.leave();
        case TEXT, CDATA -> {}
        case FINISH -> {
          return List.copyOf(badges);
        }
      }
    }
  }

  private static void collect(Set<String> prefixes, XmlScanner tag) {
    prefixes.add(XmlNames.prefix(tag.name()));
    tag.attributes().forEach(attribute -> prefixes.add(XmlNames.prefix(attribute.name())));
  }

  private static boolean isBadge(XmlNames names, String name) {
    String namespace = names.namespace(name);
    return Arrays.stream(BakedKind.values())
        .anyMatch(
            k -> k.namespace().equals(namespace) && k.element().equals(XmlNames.localName(name)));
  }

  private static Badge badge(XmlScanner scanner, XmlNames names) {
    int start = scanner.start();
    String namespace = names.namespace(scanner.name());
    if (scanner.depth() != 2) {
      throw XmlScanner.malformed("badge that is not a child of the root", start);
    }
    String verify =
        scanner.attributes().stream()
            .filter(a -> a.name().equals("verify"))
            .findFirst()
            .map(XmlAttribute::value)
            .orElse("");
    var body = new StringBuilder();
    var token = scanner.next();
    while (token == XmlScanner.Token.TEXT || token == XmlScanner.Token.CDATA) {
      body.append(scanner.value());
      token = scanner.next();
    }
    if (token != XmlScanner.Token.END) {
      throw XmlScanner.malformed("markup inside of the badge", scanner.start());
    }
    names.leave();
    if (body.length() > Baking.MAX_TEXT_BYTES || verify.length() > Baking.MAX_TEXT_BYTES) {
      throw new MalformedCredential("", "SVG badge of " + body.length() + " characters");
    }
    return new Badge(start, scanner.end(), namespace, verify, body.toString());
  }
}
