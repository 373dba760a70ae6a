package org.insignia.bench.library;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.insignia.openbadges.baking.Baked;
import org.insignia.openbadges.baking.BakedKind;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A credential laid into a picture and taken out again; beside it the checksum of the whole
 * picture, as a measure of reading every byte once.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class BakingBenchmark {
  private static final int SIZE = 288;

  private final String credential = Json.write(Samples.credential());
  private final Bytes png = picture();
  private final byte[] pngBytes = png.toArray();
  private final Bytes svg =
      Bytes.utf8(
          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">"
              + "<path d=\"M1 1h7v7z\"/>".repeat(200)
              + "</svg>");
  private final Bytes bakedPng = bakePng();
  private final Bytes bakedSvg = bakeSvg();

  /** Noise in the middle, as a drawn badge compresses to some tens of kilobytes. */
  private static Bytes picture() {
    var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
    var random = new Random(3);
    for (int y = SIZE / 3; y < SIZE * 2 / 3; y++) {
      for (int x = 0; x < SIZE; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.wrap(out.toByteArray());
  }

  @Benchmark
  public final Bytes bakePng() {
    return Baking.bakePng(png, BakedKind.OPEN_BADGE_3, credential);
  }

  @Benchmark
  public Optional<Baked> unbakePng() {
    return Baking.unbake(bakedPng);
  }

  @Benchmark
  public final Bytes bakeSvg() {
    return Baking.bakeSvg(svg, BakedKind.OPEN_BADGE_3, credential);
  }

  @Benchmark
  public Optional<Baked> unbakeSvg() {
    return Baking.unbake(bakedSvg);
  }

  @Benchmark
  public long checksumOfPng() {
    var crc = new CRC32();
    crc.update(pngBytes);
    return crc.getValue();
  }
}
