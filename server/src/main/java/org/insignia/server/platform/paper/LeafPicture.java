package org.insignia.server.platform.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.fonts.Glyphs;
import org.insignia.server.platform.paper.drawing.Figure;
import org.insignia.server.platform.paper.drawing.InkPaint;
import org.insignia.server.platform.paper.drawing.Leaf;
import org.insignia.server.platform.paper.drawing.Mark;
import org.insignia.server.platform.paper.drawing.Raster;
import org.insignia.server.platform.picture.Png;

/** Draws a page as a picture of pixels, from the same marks as the PDF. */
final class LeafPicture {
  private final Graphics2D graphics;

  private LeafPicture(Graphics2D graphics) {
    this.graphics = graphics;
  }

  static Bytes png(Leaf leaf, int width) {
    double scale = width / leaf.width();
    var image =
        new BufferedImage(
            width, (int) Math.round(leaf.height() * scale), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.setPaint(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(scale, scale);
    var picture = new LeafPicture(graphics);
    leaf.marks().forEach(picture::draw);
    graphics.dispose();
    return Png.of(image);
  }

  private void draw(Mark mark) {
    switch (mark) {
      case Mark.Letters letters -> letters(letters);
      case Mark.Fill fill -> fill(new Figure.Layer(fill.shape(), fill.ink()));
      case Mark.Drawn drawn -> {
        AffineTransform before = graphics.getTransform();
        graphics.translate(drawn.box().x(), drawn.box().y());
        graphics.scale(
            drawn.box().width() / drawn.figure().width(),
            drawn.box().height() / drawn.figure().height());
        drawn.figure().layers().forEach(this::fill);
        graphics.setTransform(before);
      }
      case Mark.Pixels pixels -> {
        var place = AffineTransform.getTranslateInstance(pixels.box().x(), pixels.box().y());
        place.scale(
            pixels.box().width() / pixels.raster().width(),
            pixels.box().height() / pixels.raster().height());
        graphics.drawImage(image(pixels.raster()), place, null);
      }
      case Mark.Link link -> {}
    }
  }

  private void letters(Mark.Letters letters) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (Glyphs.Cluster cluster : letters.glyphs().clusters()) {
      for (Glyphs.Glyph glyph : cluster.glyphs()) {
        var place =
            AffineTransform.getTranslateInstance(
                letters.x() + glyph.x() * letters.size(),
                letters.baseline() - glyph.y() * letters.size());
        place.scale(letters.size(), letters.size());
        path.append(letters.glyphs().font().outline(glyph.id()).getPathIterator(place), false);
      }
    }
    fill(new Figure.Layer(path, letters.ink()));
  }

  private void fill(Figure.Layer layer) {
    graphics.setPaint(InkPaint.of(layer.ink()));
    graphics.fill(layer.shape());
  }

  private static BufferedImage image(Raster raster) {
    var image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_ARGB);
    Bytes alpha = raster.alpha();
    byte[] rgb = raster.rgb().view();
    byte[] opacity = alpha == null ? new byte[0] : alpha.view();
    for (int i = 0; i < raster.width() * raster.height(); i++) {
      int a = alpha == null ? 255 : opacity[i] & 0xff;
      int colour = (rgb[3 * i] & 0xff) << 16 | (rgb[3 * i + 1] & 0xff) << 8 | rgb[3 * i + 2] & 0xff;
      image.setRGB(i % raster.width(), i / raster.width(), a << 24 | colour);
    }
    return image;
  }
}
