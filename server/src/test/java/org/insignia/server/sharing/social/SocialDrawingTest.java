package org.insignia.server.sharing.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.catalog.design.Colour;
import org.insignia.server.catalog.design.Design;
import org.insignia.server.catalog.design.DesignDrawing;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.catalog.design.Icon;
import org.insignia.server.catalog.design.Metal;
import org.insignia.server.catalog.design.Outline;
import org.insignia.server.catalog.design.Ring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Keeps each picture under {@code target/social}, to be looked at. */
class SocialDrawingTest {
  private static final Path PICTURES = Path.of("target/social");
  private static final DesignId LOOK = new DesignId(UUID.randomUUID());
  private static final Design DESIGN =
      new Design(
          Outline.HEXAGON,
          Ring.BEADED,
          Metal.GOLD,
          Colour.of("#0f3d6e"),
          Icon.CLOUD,
          "Northwind",
          "Cloud Administrator",
          "Intermediate",
          "Associate",
          2);
  private static final Bytes BADGE = DesignDrawing.png(DESIGN, 600);
  private static final String LONG =
      "Northwind Certified: Designing and Implementing Hybrid Infrastructure, Identity and Data Protection Solutions for Regulated Industries Expert";

  static Stream<Arguments> pictures() {
    return Stream.of(
        Arguments.of("en-short", "Q", "SQL", "Jo", "Issued March 4, 2026"),
        Arguments.of(
            "en-usual",
            "Northwind Academy",
            "Northwind Certified: Cloud Administrator Associate",
            "Ana Núñez",
            "Issued March 4, 2026"),
        Arguments.of(
            "en-long",
            "The Royal and Ancient Northwind Academy of Applied Cloud Sciences and Digital Arts",
            LONG,
            "Wolfeschlegelsteinhausenbergerdorff Adolph Blaine Charles David Earl Frederick Gerald Hubert Irvin",
            "Issued September 30, 2026"),
        Arguments.of(
            "es-usual",
            "Academia Ñandú",
            "Certificación de administración de la nube: nivel intermedio",
            "José Ángel Íñiguez Peña-Güell",
            "Emitida el 4 de marzo de 2026"),
        Arguments.of(
            "pt-usual",
            "Fundação São João",
            "Certificação em Proteção de Informações e Administração de Conformidade",
            "João Conceição de Araújo Brandão",
            "Emitido em 4 de março de 2026"),
        Arguments.of(
            "it-usual",
            "Università della Qualità",
            "Amministratore dell’infrastruttura cloud ibrida",
            "Niccolò D’Aurelio",
            "Rilasciato il 4 marzo 2026"),
        Arguments.of("zh-short", "微软", "云", "王芳", "颁发于 2026年3月4日"),
        Arguments.of(
            "zh-long",
            "北京邮电大学计算机学院继续教育中心",
            "Northwind 认证：面向受监管行业的混合基础架构、身份与数据保护解决方案设计与实施专家级认证考试合格证书",
            "阿卜杜热合曼·买买提",
            "颁发于 2026年3月4日"),
        Arguments.of(
            "polish",
            "Politechnika Łódzka",
            "Administrator usług w chmurze",
            "Łukasz Żółkiewski",
            "Issued March 4, 2026"),
        Arguments.of(
            "vietnam",
            "Đại học Quốc gia Hà Nội",
            "Cloud 管理员 č",
            "Nguyễn Thị Minh Khai",
            "Issued March 4, 2026"),
        Arguments.of("el-ru", "Ακαδημία", "Администратор облака", "Ελένη Čaputová", "2026"),
        Arguments.of(
            "emoji", "Northwind 🌬️", "Cloud ☁️ Hero 👩🏽‍🚀", "Zoë 🎉", "Issued March 4, 2026"),
        Arguments.of(
            "arabic", "Northwind", "Cloud Administrator", "فاطمة الزهراء", "Issued March 4, 2026"),
        Arguments.of(
            "zalgo",
            "Z",
            "C\u0300\u0301\u0302\u0303\u0304\u0305l\u0300\u0301\u0302\u0303oud",
            "A\u0301".repeat(40),
            "Issued"),
        Arguments.of(
            "one-word",
            "Northwind",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            "X",
            "Issued"),
        Arguments.of(
            "endless", "I".repeat(5000), "W".repeat(5000), "M".repeat(5000), "N".repeat(5000)),
        Arguments.of("nothing", "", "", "", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void a_picture_is_1200_by_630_small_enough_to_send_and_keeps_its_margins(
      String file, String above, String title, String name, String note) throws Exception {
    var picture = picture(above, title, name, note, file.equals("zh-long"));
    var png = SocialDrawing.png(picture, BADGE);
    keep(file + ".png", png);
    var image = ImageIO.read(new ByteArrayInputStream(png.view()));
    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(image.getHeight()).isEqualTo(630);
    assertThat(png.size()).isLessThan(600_000);
    assertThat(isBlank(image, 1140, 20, 1200, 630)).as("right margin").isTrue();
    assertThat(isBlank(image, 0, 610, 1200, 630)).as("lower margin").isTrue();
    assertThat(isBlank(image, 510, 20, 552, 540)).as("between badge and words").isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void a_card_is_sound_xml_without_anything_that_acts_or_fetches(
      String file, String above, String title, String name, String note) throws Exception {
    var svg = SvgCard.draw(picture(above, title, name, note, true), DesignDrawing.svg(DESIGN));
    keep(file + ".svg", Bytes.utf8(svg));
    var document = parsed(svg);
    assertThat(document.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 520 180");
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg).doesNotContain("href", "<style", "<image", "foreignObject", "@import");
  }

  @Test
  void a_name_cannot_leave_its_place_in_a_card() throws Exception {
    var hostile = "\"><script>alert(1)</script><!--]]>&amp;'";
    var svg =
        SvgCard.draw(
            picture(hostile, hostile + "פ", hostile + "א", hostile, false),
            DesignDrawing.svg(DESIGN));
    var document = parsed(svg);
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("title").item(0).getTextContent()).contains(hostile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0641\u0627\u0637\u0645\u0629", "\u05d0\u05d1\u05d9 \u05db\u05d4\u05df",
            "\u0e2a\u0e21\u0e0a\u0e32\u0e22", "\u0915\u094d\u0937\u0924\u094d\u0930\u093f\u092f",
        "\uae40\ucca0\uc218", "\u81fa\u7063\u5b78\u751f", "Zo\u00eb \ud83c\udf89",
            "\u12e8\u123a \u1283\u12ed\u1209"
      })
  void a_name_of_any_script_is_drawn(String name) throws Exception {
    var with = SocialDrawing.png(picture("", "Cloud", name, "", false), BADGE);
    keep("script-" + Integer.toHexString(name.codePointAt(0)) + ".png", with);
    var image = ImageIO.read(new ByteArrayInputStream(with.view()));
    assertThat(isBlank(image, 552, 300, 1140, 500)).isFalse();
    assertThat(SvgCard.draw(picture("", "", name, "", false), "<svg/>")).doesNotContain("<text");
  }

  private static SocialPicture picture(
      String above, String title, String name, String note, boolean warning) {
    return new SocialPicture(
        LOOK, above, title, name, note, warning, "See and verify it at badges.example", "#1f4e79");
  }

  private static boolean isBlank(BufferedImage image, int x1, int y1, int x2, int y2) {
    for (int y = y1; y < y2; y++) {
      for (int x = x1; x < x2; x++) {
        if ((image.getRGB(x, y) & 0xffffff) != 0xffffff) {
          return false;
        }
      }
    }
    return true;
  }

  private static void keep(String file, Bytes content) throws Exception {
    Files.createDirectories(PICTURES);
    Files.write(PICTURES.resolve(file), content.toArray());
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
