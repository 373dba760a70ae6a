package org.insignia.server.catalog.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.insignia.openbadges.json.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class DesignDrawingTest {
  private static final Design PLAIN = titled("Azure Administrator", Outline.ROUND);

  private static Design titled(String title, Outline outline) {
    return new Design(
        outline,
        Ring.BEADED,
        Metal.GOLD,
        Colour.of("#0f3d6e"),
        Icon.ADMINISTRATION,
        "Contoso",
        title,
        "Intermediate",
        "Associate",
        2);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 96, 257, 1200})
  void draws_a_square_png_of_the_asked_size_with_clear_corners_and_an_opaque_centre(int size)
      throws Exception {
    BufferedImage image = image(DesignDrawing.png(PLAIN, size));

    assertThat(image.getWidth()).isEqualTo(size);
    assertThat(image.getHeight()).isEqualTo(size);
    assertThat(image.getRGB(0, 0) >>> 24).isZero();
    assertThat(image.getRGB(size - 1, size - 1) >>> 24).isZero();
    assertThat(image.getRGB(size / 2, size * 9 / 10) >>> 24).isEqualTo(255);
  }

  @Test
  void draws_equal_designs_alike_to_the_byte_and_different_ones_differently() {
    Bytes first = DesignDrawing.png(PLAIN, 200);

    assertThat(DesignDrawing.png(titled("Azure Administrator", Outline.ROUND), 200))
        .isEqualTo(first);
    assertThat(DesignDrawing.png(titled("Azure Administratos", Outline.ROUND), 200))
        .isNotEqualTo(first);
    assertThat(DesignDrawing.svg(PLAIN)).isEqualTo(DesignDrawing.svg(PLAIN));
  }

  @ParameterizedTest
  @EnumSource
  void keeps_everything_on_the_canvas_and_every_title_on_the_plate(Outline outline) {
    Rectangle2D canvas = new Rectangle2D.Double(0, 0, Layer.CANVAS, Layer.CANVAS);
    for (String unit : new String[] {"W", "Certified expert ", "认", "使用 SQL Server 的", "é-"}) {
      for (int length = 1; length <= Design.LONGEST_TEXT; length += 37) {
        String title = unit.repeat(length).substring(0, length).strip();
        Design design = titled(title.isEmpty() ? unit : title, outline);
        for (Layer layer : Artwork.of(design)) {
          assertThat(canvas.contains(layer.shape().getBounds2D()))
              .as("%s of %s", layer, design)
              .isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void draws_every_icon(Icon icon) {
    Rectangle2D bounds = Emblem.of(icon, 50, 50, 100).getBounds2D();

    if (icon == Icon.NONE) {
      assertThat(bounds.isEmpty()).isTrue();
    } else {
      assertThat(new Rectangle2D.Double(0, 0, 100, 100).contains(bounds)).as("%s", bounds).isTrue();
      assertThat(Math.max(bounds.getWidth(), bounds.getHeight())).isGreaterThan(70);
    }
  }

  @Test
  void writes_letters_as_outlines_and_texts_as_accessible_names() throws Exception {
    Document svg = parsed(DesignDrawing.svg(PLAIN));
    Element root = svg.getDocumentElement();

    assertThat(root.getElementsByTagName("text").getLength()).isZero();
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Azure Administrator");
    assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("Contoso. Azure Administrator. Intermediate. Associate.");
  }

  @Test
  void escapes_a_hostile_title() throws Exception {
    String hostile = "</title><script>alert(1)</script>]]>&\"'\u0000\u0008\ud800\uffff<!--";

    Document svg = parsed(DesignDrawing.svg(titled(hostile, Outline.HEXAGON)));

    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("</title><script>alert(1)</script>]]>&\"'<!--");
  }

  @Test
  void keeps_the_ink_readable_on_every_enamel() {
    var random = new Random(20261121);
    List<Metal> metals = List.of(Metal.values());
    for (int i = 0; i < 5000; i++) {
      Colour enamel = new Colour(random.nextInt(1 << 24));
      Palette palette = Palette.of(metals.get(i % metals.size()), enamel);

      assertThat(palette.ink().contrastWith(palette.lit())).isGreaterThanOrEqualTo(4.5);
      assertThat(palette.ink().contrastWith(palette.deep())).isGreaterThanOrEqualTo(4.5);
      assertThat(palette.bandInk().contrastWith(palette.band())).isGreaterThanOrEqualTo(4.5);
      assertThat(palette.metalInk().contrastWith(palette.metal().body())).isGreaterThan(4.5);
    }
  }

  @Test
  void refuses_sizes_out_of_bounds() {
    assertThatThrownBy(() -> DesignDrawing.png(PLAIN, 2401))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DesignDrawing.png(PLAIN, 15))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static BufferedImage image(Bytes png) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(png.toArray()));
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
