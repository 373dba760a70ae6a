package org.insignia.openbadges.baking;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;

/** The badge element of an SVG. */
final class SvgBadge {
  private SvgBadge() {}

  static String decode(byte[] bytes) {
    boolean mark = bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb;
    return StrictUtf8.decode(bytes, mark ? 3 : 0, bytes.length, "SVG");
  }

  static Optional<Baked> unbake(String svg) {
    SvgLayout layout = SvgLayout.of(svg);
    if (layout.badges().size() > 1) {
      throw new MalformedCredential("", "SVG with " + layout.badges().size() + " badges in it");
    }
    return layout.badges().stream().findFirst().map(SvgBadge::read);
  }

  static String bake(String svg, Baked badge) {
    SvgLayout layout = SvgLayout.of(svg);
    String name = "xmlns:" + badge.kind().prefix();
    String declaration = " " + name + "=\"" + badge.kind().namespace() + "\"";
    boolean taken = prefixTaken(layout, badge.kind());
    var out = new StringBuilder(svg.length() + badge.text().length() + 256);
    int at = 0;
    for (XmlAttribute attribute : layout.rootAttributes()) {
      if (!taken && attribute.name().equals(name)) {
        out.append(svg, at, attribute.start());
        at = attribute.end();
      }
    }
    out.append(svg, at, layout.rootEnd() - (layout.rootEmpty() ? 2 : 1));
    out.append(taken ? ">" : declaration + ">").append(element(badge, taken ? declaration : ""));
    at = layout.rootEnd();
    for (SvgLayout.Badge old : layout.badges()) {
      out.append(svg, at, old.start());
      at = old.end();
    }
    if (layout.rootEmpty()) {
      out.append("</").append(layout.rootName()).append('>');
    }
    return out.append(svg, at, svg.length()).toString();
  }

  /** Whether binding the prefix at the root would change the meaning of names that are there. */
  private static boolean prefixTaken(SvgLayout layout, BakedKind kind) {
    String name = "xmlns:" + kind.prefix();
    return layout.prefixes().contains(kind.prefix())
        && layout.rootAttributes().stream()
            .noneMatch(a -> a.name().equals(name) && a.value().equals(kind.namespace()));
  }

  private static Baked read(SvgLayout.Badge badge) {
    BakedKind kind =
        Arrays.stream(BakedKind.values())
            .filter(k -> k.namespace().equals(badge.namespace()))
            .findFirst()
            .orElseThrow();
    String attribute = badge.verify().strip();
    String body = badge.body().strip();
    boolean hosted = kind == BakedKind.OPEN_BADGE_2 && attribute.contains("://");
    if (!attribute.isEmpty() && !body.isEmpty() && !hosted) {
      throw new MalformedCredential("", "SVG badge with two credentials, attribute and content");
    }
    String text = body.isEmpty() ? attribute : body;
    if (text.isEmpty()) {
      throw new MalformedCredential("", "the badge in the SVG is empty");
    }
    return new Baked(kind, text);
  }

  private static String element(Baked badge, String declaration) {
    String name = badge.kind().prefix() + ":" + badge.kind().element();
    String text = badge.text();
    if (!text.stripLeading().startsWith("{")) {
      return "<" + name + declaration + " verify=\"" + XmlText.escapeAttribute(text) + "\"/>";
    }
    String verify = "";
    if (badge.kind() == BakedKind.OPEN_BADGE_2 || badge.kind() == BakedKind.OPEN_BADGE_1) {
      verify = " verify=\"" + XmlText.escapeAttribute(hostedUrl(text)) + "\"";
    }
    return "<" + name + declaration + verify + ">" + XmlText.cdata(text) + "</" + name + ">";
  }

  /** OB 2.0 wants the hosted URL beside the JSON; OB 1 wrote it as {@code verify.url}. */
  private static String hostedUrl(String json) {
    if (!(Json.parse(json) instanceof JsonObject assertion)) {
      throw new MalformedCredential("", "the assertion is not an object");
    }
    JsonObject verify = assertion.object("verify");
    String url = verify == null ? null : verify.string("url");
    return url != null ? url : Objects.requireNonNullElse(assertion.string("id"), "");
  }
}
