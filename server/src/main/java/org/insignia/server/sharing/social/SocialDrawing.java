package org.insignia.server.sharing.social;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.picture.Png;
import org.jspecify.annotations.Nullable;

/**
 * Draws a picture of 1200 by 630 pixels, the form that link previews take: the badge on the left,
 * beside it who, what and when, one under the other and centred as a group.
 */
final class SocialDrawing {
  static final int WIDTH = 1200;
  static final int HEIGHT = 630;

  /** The side of the badge. */
  static final int BADGE = 440;

  private static final int MARGIN = 64;
  private static final int STRIPE = 14;
  private static final double TOP = STRIPE + 44;
  private static final double FOOT = HEIGHT - 78;

  /** Below this the text is hard to read in a preview, which is half as large or less. */
  private static final double SMALL = 34;

  private static final double SMALLEST = 20;

  private static final int LONGEST_TITLE = 150;
  private static final int LONGEST_NAME = 90;
  private static final Color SHEET = new Color(0xffffff);
  private static final Color INK = new Color(0x1b2025);
  private static final Color SOFT = new Color(0x56606a);
  private static final Color RULE = new Color(0xdddeda);
  private static final Color WARNING = new Color(0xa3262a);

  private final SocialPicture picture;
  private final Graphics2D graphics;
  private final double left;
  private final double width;

  private SocialDrawing(SocialPicture picture, Graphics2D graphics) {
    this.picture = picture;
    this.graphics = graphics;
    this.left = picture.look() == null ? MARGIN + 20 : MARGIN + BADGE + 52;
    this.width = WIDTH - MARGIN - left;
  }

  /**
   * @param badge a PNG of the badge, {@value #BADGE} wide or more; null where there is none
   */
  static Bytes png(SocialPicture picture, @Nullable Bytes badge) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    try {
      new SocialDrawing(picture, graphics).draw(badge == null ? null : read(badge));
    } finally {
      graphics.dispose();
    }
    return Png.of(image);
  }

  private void draw(@Nullable BufferedImage badge) {
    graphics.setPaint(SHEET);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setPaint(Color.decode(picture.accent()));
    graphics.fillRect(0, 0, WIDTH, STRIPE);
    if (badge != null) {
      graphics.drawImage(badge, MARGIN, (HEIGHT + STRIPE - BADGE) / 2 - 18, BADGE, BADGE, null);
    }
    group();
    foot();
  }

  /** Issuer, title, name and note; what there is not takes no room. */
  private void group() {
    var note = Lettering.of(picture.note(), LONGEST_NAME);
    var name = block(picture.name(), LONGEST_NAME, 92, 40);
    var above = block(picture.above(), LONGEST_NAME, 62, 30);
    var title = block(picture.title(), LONGEST_TITLE, name == null ? 300 : 230, 62);
    double height =
        (above == null ? 0 : above.height() + 16)
            + (title == null ? 0 : title.height())
            + (name == null ? 0 : 26 + name.height())
            + (note.isEmpty() ? 0 : 52);
    double y = Math.max(TOP, (TOP + FOOT - height) / 2);
    if (above != null) {
      y = paint(above, y, SOFT) + 16;
    }
    y = paint(title, y, INK);
    if (name != null) {
      y = paint(name, y + 26, Color.decode(picture.accent()));
    }
    if (!note.isEmpty()) {
      graphics.setPaint(picture.warning() ? WARNING : SOFT);
      graphics.fill(note.line(left, y + 46, width, 28));
    }
  }

  private void foot() {
    graphics.setPaint(RULE);
    graphics.fillRect(MARGIN, (int) FOOT + 6, WIDTH - 2 * MARGIN, 2);
    double baseline = HEIGHT - 30;
    var place = Lettering.of(picture.place(), LONGEST_NAME);
    if (!place.isEmpty()) {
      graphics.setPaint(SOFT);
      graphics.fill(tick(MARGIN, baseline - 21));
      graphics.fill(place.line(MARGIN + 40, baseline, WIDTH - 2 * MARGIN - 60, 25));
    }
  }

  /** A tick in a rounded square: it can be checked there. */
  private static Path2D tick(double x, double y) {
    var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    path.append(new RoundRectangle2D.Double(x, y, 26, 26, 10, 10), false);
    path.moveTo(x + 6, y + 13.5);
    path.lineTo(x + 9, y + 10.5);
    path.lineTo(x + 12, y + 13.5);
    path.lineTo(x + 18, y + 7.5);
    path.lineTo(x + 21, y + 10.5);
    path.lineTo(x + 12, y + 19.5);
    path.closePath();
    return path;
  }

  /** As large as it fits; a fifth smaller where that saves a line and stays large. */
  private Lettering.@Nullable Block block(String text, int most, double room, double largest) {
    var words = Lettering.of(text, most);
    if (words.isEmpty()) {
      return null;
    }
    var large = words.fitted(width, room, largest, SMALLEST);
    var smaller = words.fitted(width, room, Math.max(SMALLEST, large.size() * 0.8), SMALLEST);
    boolean saves = smaller.lines().size() < large.lines().size();
    return saves && smaller.size() >= SMALL ? smaller : large;
  }

  /** Paints the block from this height on; returns where it ends. */
  private double paint(Lettering.@Nullable Block block, double y, Color colour) {
    if (block == null) {
      return y;
    }
    graphics.setPaint(colour);
    graphics.fill(block.outline(left, y));
    return y + block.height();
  }

  private static BufferedImage read(Bytes png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png.view()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
