package org.insignia.server.sharing.social;

import java.awt.Shape;
import org.insignia.server.sharing.share.PlainWords;

/**
 * A small card as one SVG document: the badge, and beside it what, who and when. Letters are
 * outlines, in any script. It has no script and no reference to anything outside.
 */
public final class SvgCard {
  public static final int WIDTH = 520;
  public static final int HEIGHT = 180;
  private static final double LEFT = 184;
  private static final double ROOM = WIDTH - LEFT - 24;
  private static final int LONGEST = 110;

  private final SocialPicture picture;
  private final StringBuilder body = new StringBuilder();

  private SvgCard(SocialPicture picture) {
    this.picture = picture;
  }

  /**
   * @param badge the badge by itself, as an SVG document
   */
  public static String draw(SocialPicture picture, String badge) {
    var card = new SvgCard(picture);
    card.texts();
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" \
    aria-labelledby="card-title"><title id="card-title">%3$s</title>\
    <rect x=".5" y=".5" width="%4$d" height="%5$d" rx="12" fill="#fff" stroke="#dddeda"/>\
    <path fill="%6$s" d="M0 12a12 12 0 0 1 12-12v%2$da12 12 0 0 1-12-12z"/>\
    <svg x="30" y="22" width="136" height="136" viewBox="0 0 600 600">%7$s</svg>%8$s</svg>
    """
        .formatted(
            WIDTH,
            HEIGHT,
            escaped(card.title()),
            WIDTH - 1,
            HEIGHT - 1,
            picture.accent(),
            badge,
            card.body);
  }

  private String title() {
    return PlainWords.line(
        String.join(" · ", picture.title(), picture.name(), picture.above(), picture.note()));
  }

  private void texts() {
    line(picture.above(), 40, 15, "#56606a");
    var title = Lettering.of(picture.title(), LONGEST);
    if (!title.isEmpty()) {
      var block = title.fitted(ROOM, 60, 25, 11);
      path(block.outline(LEFT, 52 + (60 - block.height()) / 2), "#1b2025");
    }
    line(picture.name(), 134, 18, picture.accent());
    line(picture.note(), 158, 13.5, picture.warning() ? "#a3262a" : "#56606a");
  }

  /** One line, smaller where it is long. */
  private void line(String text, double baseline, double size, String colour) {
    var words = Lettering.of(text, LONGEST);
    if (!words.isEmpty()) {
      path(words.line(LEFT, baseline, ROOM, size), colour);
    }
  }

  private void path(Shape shape, String colour) {
    body.append("<path fill=\"").append(colour).append("\" d=\"");
    body.append(SvgPath.of(shape)).append("\"/>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
