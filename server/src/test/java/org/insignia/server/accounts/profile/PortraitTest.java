package org.insignia.server.accounts.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.insignia.server.accounts.profile.Portrait.Drawn;
import org.insignia.server.accounts.profile.Portrait.Refused;
import org.insignia.server.platform.picture.Refusal;
import org.insignia.server.platform.picture.UploadedPictures;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortraitTest {
  private static final Path HOSTILE =
      Path.of(System.getProperty("insignia.shared", "../../shared")).resolve("data/hostile");
  private final Portrait portrait = new Portrait(new UploadedPictures());

  @Test
  void draws_the_middle_as_a_square_of_512_pixels() throws IOException {
    var wide = new BufferedImage(900, 300, BufferedImage.TYPE_INT_ARGB);
    paint(wide, 0, 300, Color.RED);
    paint(wide, 300, 300, Color.GREEN);
    paint(wide, 600, 300, Color.BLUE);
    var drawn = drawn(encoded(wide, "png"));
    assertThat(drawn.getWidth()).isEqualTo(512);
    assertThat(drawn.getHeight()).isEqualTo(512);
    assertLooksLike(drawn, 10, 10, Color.GREEN);
    assertLooksLike(drawn, 500, 500, Color.GREEN);
  }

  @Test
  void what_was_see_through_becomes_white() throws IOException {
    var clear = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
    assertLooksLike(drawn(encoded(clear, "png")), 256, 256, Color.WHITE);
  }

  /** Red is where the camera had its top left corner. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void turns_a_picture_as_its_camera_was_held_and_forgets_the_rest(int turn) throws IOException {
    var upright = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    paint(upright, 0, 200, Color.BLUE);
    var pen = upright.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, 100, 100);
    pen.setColor(Color.GREEN);
    pen.fillRect(100, 0, 100, 100);
    pen.dispose();
    var jpeg = withExif(encoded(upright, "jpeg"), turn);
    var drawn = drawn(jpeg);
    var red = List.of("TL", "TR", "BR", "BL", "TL", "TR", "BR", "BL").get(turn - 1);
    var green = List.of("TR", "TL", "BL", "BR", "BL", "BR", "TR", "TL").get(turn - 1);
    assertLooksLike(drawn, x(red), y(red), Color.RED);
    assertLooksLike(drawn, x(green), y(green), Color.GREEN);
    var kept = new String(bytes(jpeg), StandardCharsets.ISO_8859_1);
    assertThat(kept).doesNotContain("Exif").doesNotContain("Secret Street");
  }

  @Test
  void refuses_what_is_no_picture_and_what_only_says_so() {
    assertThat(
            refusal("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Refusal.OTHER_KIND);
    assertThat(refusal(new byte[0])).isEqualTo(Refusal.OTHER_KIND);
    assertThat(refusal("GIF89a".getBytes(StandardCharsets.UTF_8))).isEqualTo(Refusal.OTHER_KIND);
    assertThat(refusal(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0, 0}))
        .isEqualTo(Refusal.UNREADABLE);
  }

  @Test
  void stops_reading_an_upload_without_end() {
    var endless =
        new InputStream() {
          @Override
          public int read() {
            return 0xff;
          }

          @Override
          public int read(byte[] into, int from, int length) {
            return length;
          }
        };
    assertThat(((Refused) portrait.draw(endless)).why()).isEqualTo(Refusal.TOO_LARGE);
  }

  @Test
  void every_hostile_picture_is_refused_or_drawn_anew_within_two_seconds_each() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(HOSTILE), "hostile data is not here");
    var found = new ArrayList<String>();
    int looked = 0;
    for (var file : pictures()) {
      var begun = Instant.now();
      var bytes = Files.readAllBytes(file);
      var outcome = portrait.draw(new ByteArrayInputStream(bytes));
      var took = Duration.between(begun, Instant.now());
      looked++;
      if (took.compareTo(Duration.ofSeconds(8)) > 0) {
        found.add(file + " took " + took);
      }
      if (outcome instanceof Drawn(var jpeg) && !isPlainJpeg(jpeg.toArray())) {
        found.add(file + " left something behind");
      }
    }
    assertThat(looked).isGreaterThan(100);
    assertThat(found).isEmpty();
  }

  private static List<Path> pictures() throws IOException {
    var all = new ArrayList<Path>();
    for (var folder :
        List.of("png-baked", "ext-pngsuite", "ext-libpng-crashers", "ext-image-png-bugs")) {
      try (Stream<Path> files = Files.walk(HOSTILE.resolve(folder))) {
        files.filter(Files::isRegularFile).forEach(all::add);
      }
    }
    return all;
  }

  /** Only the segments that our writer makes, then the picture, then nothing. */
  private static boolean isPlainJpeg(byte[] jpeg) {
    int at = 2;
    while ((jpeg[at + 1] & 0xff) != 0xda) {
      int marker = jpeg[at + 1] & 0xff;
      if (marker == 0xfe || marker >= 0xe1 && marker <= 0xef) {
        return false;
      }
      at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
    }
    return (jpeg[jpeg.length - 2] & 0xff) == 0xff && (jpeg[jpeg.length - 1] & 0xff) == 0xd9;
  }

  private Refusal refusal(byte[] upload) {
    return ((Refused) portrait.draw(new ByteArrayInputStream(upload))).why();
  }

  private byte[] bytes(byte[] upload) {
    return ((Drawn) portrait.draw(new ByteArrayInputStream(upload))).jpeg().toArray();
  }

  private BufferedImage drawn(byte[] upload) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(bytes(upload)));
  }

  private static void paint(BufferedImage on, int x, int width, Color colour) {
    var pen = on.createGraphics();
    pen.setColor(colour);
    pen.fillRect(x, 0, width, on.getHeight());
    pen.dispose();
  }

  private static byte[] encoded(BufferedImage picture, String as) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(picture, as, out);
    return out.toByteArray();
  }

  /** A big-endian EXIF part with one entry and a street that nobody should learn. */
  private static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
    var out = new ByteArrayOutputStream();
    var street = "Secret Street 5".getBytes(StandardCharsets.US_ASCII);
    out.write(jpeg, 0, 2);
    out.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (2 + 6 + 8 + 2 + 12 + 4 + 15)});
    out.write("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII));
    out.write(new byte[] {0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation});
    out.write(new byte[] {0, 0, 0, 0, 0, 0});
    out.write(street);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static int x(String corner) {
    return corner.endsWith("L") ? 100 : 400;
  }

  private static int y(String corner) {
    return corner.startsWith("T") ? 100 : 400;
  }

  private static void assertLooksLike(BufferedImage picture, int x, int y, Color colour) {
    var seen = new Color(picture.getRGB(x, y));
    assertThat(seen.getRed()).isCloseTo(colour.getRed(), within(30));
    assertThat(seen.getGreen()).isCloseTo(colour.getGreen(), within(30));
    assertThat(seen.getBlue()).isCloseTo(colour.getBlue(), within(30));
  }
}
