package org.insignia.server.platform.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.insignia.openbadges.json.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
  private static final String PAGE =
      "https://badges.example/badges/01900000-0000-7000-8000-000000000001";
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");

  @ParameterizedTest
  @ValueSource(strings = {PAGE, "a", "http://localhost:8080/badges/0", "näïve 徽章"})
  void a_reader_reads_the_png(String text) throws Exception {
    assertThat(read(QrCode.of(text).png(600))).isEqualTo(text);
  }

  @Test
  void the_svg_shows_the_same_modules_as_the_png() throws Exception {
    var code = QrCode.of(PAGE);
    var image = new BufferedImage(code.side() * 4, code.side() * 4, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(java.awt.Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(java.awt.Color.BLACK);
    var runs = RUN.matcher(code.svg());
    int count = 0;
    for (; runs.find(); count++) {
      graphics.fillRect(
          4 * Integer.parseInt(runs.group(1)),
          4 * Integer.parseInt(runs.group(2)),
          4 * Integer.parseInt(runs.group(3)),
          4);
    }
    assertThat(count).isGreaterThan(100);
    assertThat(read(image)).isEqualTo(PAGE);
    assertThat(code.svg()).contains("viewBox=\"0 0 " + code.side() + " " + code.side() + "\"");
  }

  @Test
  void the_png_has_whole_pixels_and_a_quiet_zone_of_four_modules() throws Exception {
    var code = QrCode.of(PAGE);
    var image = ImageIO.read(new ByteArrayInputStream(code.png(1024).view()));
    assertThat(image.getWidth() % code.side()).isZero();
    int quiet = 4 * (image.getWidth() / code.side());
    for (int x = 0; x < image.getWidth(); x++) {
      assertThat(image.getRGB(x, quiet - 1) & 0xffffff).isEqualTo(0xffffff);
    }
    assertThat(image.getRGB(quiet, quiet) & 0xffffff).isZero();
  }

  @Test
  void refuses_what_cannot_be_drawn() {
    assertThatThrownBy(() -> QrCode.of("x".repeat(5000)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> QrCode.of(PAGE).png(20)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> QrCode.of(PAGE).png(100_000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String read(Bytes png) throws Exception {
    return read(ImageIO.read(new ByteArrayInputStream(png.view())));
  }

  private static String read(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    var pixels = image.getRGB(0, 0, width, height, null, 0, width);
    var source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
