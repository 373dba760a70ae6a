package org.insignia.server.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.insignia.server.platform.picture.Png;

/** The picture on the profile of the demo's earner: a lighthouse at dusk, drawn here. */
final class DemoPortrait {
  private static final int SIDE = 512;
  private static final Color NIGHT = new Color(0x1d2b4a);
  private static final Color DUSK = new Color(0xe8a87c);
  private static final Color SEA = new Color(0x16324f);
  private static final Color BEAM = new Color(255, 244, 200, 110);

  private DemoPortrait() {}

  static InputStream png() {
    var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    sky(pen);
    tower(pen);
    pen.dispose();
    return new ByteArrayInputStream(Png.of(picture).view());
  }

  private static void sky(Graphics2D pen) {
    pen.setPaint(new GradientPaint(0, 0, NIGHT, 0, 380, DUSK));
    pen.fillRect(0, 0, SIDE, SIDE);
    pen.setPaint(SEA);
    pen.fillRect(0, 380, SIDE, SIDE - 380);
    pen.setPaint(new Color(255, 255, 255, 50));
    pen.setStroke(new BasicStroke(3));
    for (int wave = 0; wave < 4; wave++) {
      pen.drawLine(40 + wave * 60, 410 + wave * 26, 260 + wave * 55, 410 + wave * 26);
    }
  }

  private static void tower(Graphics2D pen) {
    pen.setPaint(BEAM);
    pen.fillPolygon(new Polygon(new int[] {256, 0, 0}, new int[] {150, 60, 190}, 3));
    pen.setPaint(new Color(0x2b2118));
    pen.fillOval(150, 372, 212, 60);
    pen.setPaint(Color.WHITE);
    pen.fillPolygon(new Polygon(new int[] {228, 284, 302, 210}, new int[] {180, 180, 392, 392}, 4));
    pen.setPaint(new Color(0xb23a48));
    pen.fillPolygon(new Polygon(new int[] {223, 289, 294, 218}, new int[] {240, 240, 300, 300}, 4));
    pen.setPaint(new Color(0x22303c));
    pen.fillRect(220, 168, 72, 12);
    pen.setPaint(new Color(0xffe9a8));
    pen.fillRect(236, 132, 40, 36);
    pen.setPaint(new Color(0xb23a48));
    pen.fillPolygon(new Polygon(new int[] {228, 256, 284}, new int[] {132, 100, 132}, 3));
  }
}
