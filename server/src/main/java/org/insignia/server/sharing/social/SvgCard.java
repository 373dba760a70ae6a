package org.insignia.server.sharing.social;

import java.awt.Shape;
import java.text.Bidi;
import org.insignia.server.catalog.design.lettering.TextBlock;
import org.insignia.server.catalog.design.lettering.TextLine;
import org.insignia.server.sharing.share.PlainWords;

/**
 * A small card as one SVG document: the badge, and beside it what, who and when. Letters are
 * outlines; a text with letters that the bundled font lacks is left to the fonts of who looks at
 * it. It has no script and no reference to anything outside.
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
    var title = Lettering.drawable(picture.title(), LONGEST);
    if (title.isEmpty()) {
      text(picture.title(), 86, 20, "#1b2025");
    } else {
      var block = TextBlock.fit(title, new TextBlock.Room(52, 112, 25, 12, y -> ROOM));
      path(block.outlineFrom(LEFT), "#1b2025");
    }
    line(picture.name(), 134, 18, picture.accent());
    line(picture.note(), 158, 13.5, picture.warning() ? "#a3262a" : "#56606a");
  }

  /** One line, smaller where it is long. */
  private void line(String text, double baseline, double size, String colour) {
    var drawable = Lettering.drawable(text, LONGEST);
    if (drawable.isEmpty()) {
      text(text, baseline, size, colour);
      return;
    }
    var line = TextLine.of(drawable, 0);
    path(line.from(LEFT, baseline, Math.min(size, ROOM / line.width())), colour);
  }

  private void path(Shape shape, String colour) {
    body.append("<path fill=\"").append(colour).append("\" d=\"");
    body.append(SvgPath.of(shape)).append("\"/>");
  }

  /** With whatever font there is; cut to what surely fits, in any script. */
  private void text(String text, double baseline, double size, String colour) {
    var shown = PlainWords.cut(PlainWords.line(text), (int) (ROOM / size));
    if (!shown.isEmpty()) {
      body.append(
          "<text x=\"%s\" y=\"%s\" font-family=\"sans-serif\" font-size=\"%s\" fill=\"%s\" direction=\"%s\" text-anchor=\"%s\">%s</text>"
              .formatted(
                  (int) LEFT,
                  (int) baseline,
                  size,
                  colour,
                  isRightToLeft(shown) ? "rtl" : "ltr",
                  isRightToLeft(shown) ? "end" : "start",
                  escaped(shown)));
    }
  }

  private static boolean isRightToLeft(String text) {
    return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).getBaseLevel() == 1;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
