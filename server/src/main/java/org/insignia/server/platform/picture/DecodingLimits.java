package org.insignia.server.platform.picture;

import java.awt.image.BufferedImage;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadUpdateListener;

/**
 * Stops a decoder that takes too long or goes over the picture too often: a small file can ask for
 * thousands of passes.
 */
final class DecodingLimits implements IIOReadProgressListener, IIOReadUpdateListener {
  private static final int MOST_PASSES = 40;
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(8);

  private final long end = System.nanoTime() + MOST_NANOS;
  private int passes;
  private boolean over;

  /** Whether the picture was given up. */
  boolean isOver() {
    return over;
  }

  private void judge(ImageReader reader) {
    if (over || passes > MOST_PASSES || System.nanoTime() - end > 0) {
      over = true;
      reader.abort();
    }
  }

  @Override
  public void imageProgress(ImageReader source, float done) {
    judge(source);
  }

  @Override
  public void passStarted(
      ImageReader source,
      BufferedImage image,
      int pass,
      int minPass,
      int maxPass,
      int minX,
      int minY,
      int periodX,
      int periodY,
      int[] bands) {
    passes++;
    judge(source);
  }

  @Override
  public void imageUpdate(
      ImageReader source,
      BufferedImage image,
      int minX,
      int minY,
      int width,
      int height,
      int periodX,
      int periodY,
      int[] bands) {
    judge(source);
  }

  @Override
  public void sequenceStarted(ImageReader source, int minIndex) {}

  @Override
  public void sequenceComplete(ImageReader source) {}

  @Override
  public void imageStarted(ImageReader source, int index) {}

  @Override
  public void imageComplete(ImageReader source) {}

  @Override
  public void thumbnailStarted(ImageReader source, int image, int thumbnail) {}

  @Override
  public void thumbnailProgress(ImageReader source, float done) {}

  @Override
  public void thumbnailComplete(ImageReader source) {}

  @Override
  public void readAborted(ImageReader source) {}

  @Override
  public void passComplete(ImageReader source, BufferedImage image) {}

  @Override
  public void thumbnailPassStarted(
      ImageReader source,
      BufferedImage image,
      int pass,
      int minPass,
      int maxPass,
      int minX,
      int minY,
      int periodX,
      int periodY,
      int[] bands) {}

  @Override
  public void thumbnailUpdate(
      ImageReader source,
      BufferedImage image,
      int minX,
      int minY,
      int width,
      int height,
      int periodX,
      int periodY,
      int[] bands) {}

  @Override
  public void thumbnailPassComplete(ImageReader source, BufferedImage thumbnail) {}
}
