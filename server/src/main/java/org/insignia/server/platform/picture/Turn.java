package org.insignia.server.platform.picture;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as the EXIF part of a JPEG says: numbers 1 to 8 of its tag Orientation.
 * The picture is turned before everything else of that part is dropped.
 */
enum Turn {
  NONE(1, 0, 0, 1, false),
  MIRROR(-1, 0, 0, 1, false),
  HALF(-1, 0, 0, -1, false),
  FLIP(1, 0, 0, -1, false),
  TRANSPOSE(0, 1, 1, 0, true),
  RIGHT(0, 1, -1, 0, true),
  TRANSVERSE(0, -1, -1, 0, true),
  LEFT(0, -1, 1, 0, true);

  private static final int START_OF_SCAN = 0xda;
  private static final int APP1 = 0xe1;
  private static final int ORIENTATION = 0x0112;
  private static final int MOST_ENTRIES = 200;

  private final int xx;
  private final int yx;
  private final int xy;
  private final int yy;
  private final boolean sideways;

  Turn(int xx, int yx, int xy, int yy, boolean sideways) {
    this.xx = xx;
    this.yx = yx;
    this.xy = xy;
    this.yy = yy;
    this.sideways = sideways;
  }

  /** Reads the segments up to the first scan; anything odd means no turn. */
  static Turn of(byte[] jpeg) {
    var in = ByteBuffer.wrap(jpeg);
    try {
      in.position(2);
      while (in.remaining() > 4 && (in.get() & 0xff) == 0xff) {
        int marker = in.get() & 0xff;
        int length = (in.getShort() & 0xffff) - 2;
        if (marker == START_OF_SCAN || length < 0) {
          return NONE;
        }
        if (marker == APP1 && length > 14 && in.getInt(in.position()) == 0x45786966) { // "Exif"
          return ofTiff(in.slice(in.position() + 6, length - 6));
        }
        in.position(in.position() + length);
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      return NONE;
    }
    return NONE;
  }

  private static Turn ofTiff(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = Math.min(tiff.getShort(directory) & 0xffff, MOST_ENTRIES);
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) {
        int value = tiff.getShort(entry + 8);
        return value >= 1 && value <= values().length ? values()[value - 1] : NONE;
      }
    }
    return NONE;
  }

  BufferedImage apply(BufferedImage picture) {
    if (this == NONE) {
      return picture;
    }
    int width = sideways ? picture.getHeight() : picture.getWidth();
    int height = sideways ? picture.getWidth() : picture.getHeight();
    var turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = turned.createGraphics();
    int right = xx + xy < 0 ? width : 0;
    int down = yx + yy < 0 ? height : 0;
    pen.drawImage(picture, new AffineTransform(xx, yx, xy, yy, right, down), null);
    pen.dispose();
    return turned;
  }
}
