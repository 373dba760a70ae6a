package org.insignia.server.catalog.design;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.paper.drawing.InkPaint;
import org.insignia.server.platform.picture.Png;

/** Draws layers as a PNG with a transparent ground, at several samples a pixel. */
final class PngCanvas {
  private PngCanvas() {}

  static Bytes draw(List<Layer> layers, int size) {
    int samples = size <= 256 ? 4 : size <= 640 ? 3 : 2;
    var fine = new BufferedImage(size * samples, size * samples, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = fine.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    double scale = (double) size * samples / Layer.CANVAS;
    graphics.scale(scale, scale);
    for (Layer layer : layers) {
      graphics.setPaint(InkPaint.of(layer.ink()));
      graphics.fill(layer.shape());
    }
    graphics.dispose();
    return Png.of(averaged(fine, size, samples));
  }

  /** The mean of each square of samples, of premultiplied channels. */
  private static BufferedImage averaged(BufferedImage fine, int size, int samples) {
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    int width = size * samples;
    int[] rows = new int[width * samples];
    int[] line = new int[size];
    for (int y = 0; y < size; y++) {
      fine.getRaster().getDataElements(0, y * samples, width, samples, rows);
      for (int x = 0; x < size; x++) {
        line[x] = mean(rows, x * samples, width, samples);
      }
      image.setRGB(0, y, size, 1, line, 0, size);
    }
    return image;
  }

  private static int mean(int[] rows, int from, int width, int samples) {
    int a = 0;
    int r = 0;
    int g = 0;
    int b = 0;
    for (int i = 0; i < samples; i++) {
      for (int j = 0; j < samples; j++) {
        int sample = rows[from + i * width + j];
        a += sample >>> 24;
        r += sample >> 16 & 0xff;
        g += sample >> 8 & 0xff;
        b += sample & 0xff;
      }
    }
    if (a == 0) {
      return 0;
    }
    int alpha = (a + samples * samples / 2) / (samples * samples);
    return alpha << 24 | straight(r, a) << 16 | straight(g, a) << 8 | straight(b, a);
  }

  private static int straight(int premultiplied, int alpha) {
    return Math.min(255, (premultiplied * 255 + alpha / 2) / alpha);
  }
}
