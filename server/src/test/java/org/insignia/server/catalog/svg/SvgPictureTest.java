package org.insignia.server.catalog.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.catalog.svg.SvgPicture.Drawn;
import org.insignia.server.catalog.svg.SvgPicture.Outcome;
import org.insignia.server.catalog.svg.SvgPicture.Refused;
import org.insignia.server.catalog.svg.SvgPicture.Why;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgPictureTest {
  private static final Path HOSTILE =
      Path.of(System.getProperty("insignia.shared", "../../shared")).resolve("data/hostile/svg");

  private static Outcome read(String inside) {
    return SvgPicture.read(
        Bytes.utf8(
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
                + " viewBox='0 0 100 100'>"
                + inside
                + "</svg>"),
        200);
  }

  private static BufferedImage drawn(String inside) {
    assertThat(read(inside)).isInstanceOf(Drawn.class);
    return ((Drawn) read(inside)).picture();
  }

  private static Color at(BufferedImage picture, int x, int y) {
    return new Color(picture.getRGB(x, y), true);
  }

  @Test
  void draws_every_basic_shape_where_it_stands() {
    var picture =
        drawn(
            """
            <rect width="20" height="20" fill="#ff0000"/>
            <circle cx="50" cy="10" r="10" fill="rgb(0,128,0)"/>
            <ellipse cx="80" cy="10" rx="10" ry="5" style="fill:blue"/>
            <polygon points="0,30 20,30 20,50 0,50" fill="#0ff"/>
            <path d="M30 30h20v20h-20z" fill="black"/>
            <line x1="0" y1="70" x2="100" y2="70" stroke="orange" stroke-width="4"/>
            <g transform="translate(60 80) scale(2)"><rect width="5" height="5" fill="purple"/></g>
            """);
    assertThat(at(picture, 20, 20)).isEqualTo(Color.RED);
    assertThat(at(picture, 100, 20)).isEqualTo(new Color(0, 128, 0));
    assertThat(at(picture, 160, 20)).isEqualTo(Color.BLUE);
    assertThat(at(picture, 20, 80)).isEqualTo(Color.CYAN);
    assertThat(at(picture, 80, 80)).isEqualTo(Color.BLACK);
    assertThat(at(picture, 100, 140)).isEqualTo(new Color(0xffa500));
    assertThat(at(picture, 130, 170)).isEqualTo(new Color(0x800080));
    assertThat(picture.getRGB(190, 190) >>> 24).as("no ground").isZero();
  }

  @Test
  void draws_curves_and_arcs() {
    var circle = drawn("<path d='M10 50a40 40 0 1 1 80 0A40,40 0,1,1 10 50' fill='red'/>");
    assertThat(at(circle, 100, 25)).isEqualTo(Color.RED);
    assertThat(at(circle, 100, 175)).isEqualTo(Color.RED);
    assertThat(circle.getRGB(30, 30) >>> 24).isZero();
    var curves =
        drawn("<path d='M0 0C0,100 50,100 50 50S100 0 100 100T0-0Q50 50.5.5.5Z' fill='red'/>");
    assertThat(curves.getWidth()).isEqualTo(200);
  }

  @Test
  void paints_gradients_of_its_own_also_where_they_follow() {
    var picture =
        drawn(
            """
            <rect width="100" height="100" fill="url(#b)"/>
            <defs><linearGradient id="a"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient>
            <linearGradient id="b" xlink:href="#a" x1="0" x2="1"/></defs>
            """);
    assertThat(at(picture, 5, 100).getRed()).isLessThan(20);
    assertThat(at(picture, 195, 100).getRed()).isGreaterThan(235);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,1", "0,0", "1,0.5,1,0", "0.5,0.5,0.5", "0.3", "100%,200%,-5"})
  void takes_stops_in_any_order(String offsets) {
    var stops = new StringBuilder();
    for (var offset : offsets.split(",")) {
      stops.append("<stop offset='" + offset + "' stop-color='red'/>");
    }
    for (var kind : new String[] {"linearGradient", "radialGradient"}) {
      var picture =
          drawn(
              "<%s id='g'>%s</%s><rect width='100' height='100' fill='url(#g)'/>"
                  .formatted(kind, stops, kind));
      assertThat(at(picture, 100, 100)).isEqualTo(Color.RED);
    }
  }

  @Test
  void stands_in_the_middle_of_the_square_as_large_as_fits() {
    var wide =
        SvgPicture.read(
            Bytes.utf8(
                "<svg xmlns='http://www.w3.org/2000/svg' width='200px' height='100px'>"
                    + "<rect width='200' height='100' fill='red'/></svg>"),
            200);
    var picture = ((Drawn) wide).picture();
    assertThat(picture.getRGB(100, 20) >>> 24).isZero();
    assertThat(at(picture, 100, 100)).isEqualTo(Color.RED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<text>words</text>",
        "<image href='file:///etc/passwd'/>",
        "<use href='#x'/>",
        "<foreignObject/>",
        "<style>@import url(http://x)</style>",
        "<rect width='9' height='9' filter='url(#f)'/>",
        "<rect width='9' height='9' fill='url(http://example.org/#g)'/>",
        "<rect width='9' height='9' fill='expression(1)'/>",
        "<animate/>",
        "<svg/>"
      })
  void names_what_it_does_not_draw(String inside) {
    assertThat(read(inside + "<rect width='9' height='9'/>"))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.why()).isEqualTo(Why.NOT_DRAWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<path d='M0 0L'/>",
        "<path d='L1 1'/>",
        "<rect width='1e99' height='1'/>",
        "<rect width='NaN' height='1'/>",
        "<g transform='explode(1)'/>",
        "<path d='M0 0a1 1 0 2 1 5 5'/>",
        "<rect"
      })
  void refuses_what_cannot_be_read(String inside) {
    assertThat(read(inside))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.why()).isEqualTo(Why.UNREADABLE));
  }

  @Test
  void a_drawing_of_nothing_is_none() {
    assertThat(read("<title>x</title>")).isEqualTo(new Refused(Why.EMPTY, ""));
  }

  @Test
  void everything_hostile_is_refused_or_pixels_and_soon() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(HOSTILE), "hostile data is not here");
    Map<String, Boolean> taken = new TreeMap<>();
    try (Stream<Path> files = Files.list(HOSTILE)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var bytes = Bytes.wrap(Files.readAllBytes(file));
        var outcome =
            Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> SvgPicture.read(bytes, 1200), file.toString());
        taken.put(String.valueOf(file.getFileName()), outcome instanceof Drawn);
      }
    }
    assertThat(taken).containsEntry("ok-plain.svg", true);
    assertThat(taken)
        .containsEntry("active-script.svg", false)
        .containsEntry("active-foreignobject.svg", false)
        .containsEntry("active-image-file.svg", false)
        .containsEntry("billion-laughs.svg", false)
        .containsEntry("not-well-formed.svg", false)
        .containsEntry("root-not-svg.svg", false);
  }
}
