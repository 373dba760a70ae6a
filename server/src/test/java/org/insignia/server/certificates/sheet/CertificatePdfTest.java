package org.insignia.server.certificates.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.pdf.Attachments;
import org.insignia.server.certificates.design.CertificateDesign;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.paper.Conformance;
import org.insignia.server.platform.paper.Document;
import org.insignia.server.platform.paper.Paper;
import org.insignia.server.platform.paper.Sheet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("product 8.3")
class CertificatePdfTest {
  private static final String TITLE = "Northwind Certified: Cloud Administrator Associate";
  @TempDir private Path folder;

  private static Document document(String name, CertificateDesign design, Language language) {
    return SheetSamples.document(
        SheetSamples.subject(name, TITLE),
        design,
        language,
        Sheet.A4,
        List.of(SheetSamples.inside("{\"id\":\"urn:uuid:1\"}")));
  }

  @ParameterizedTest
  @EnumSource
  void is_pdf_a_3a_and_pdf_ua_in_each_language(Language language) throws Exception {
    Conformance.check(Paper.pdf(document("Ana Lúcia Núñez-Çelik", SheetSamples.rich(), language)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ana Lúcia Núñez-Çelik", "欧阳若曦", "Nguyễn Thị Ánh", "Żółć Łoś"})
  void its_text_is_copied_as_it_was_written(String name) throws Exception {
    var text = text(Paper.pdf(document(name, SheetSamples.house(), Language.ZH_CN)));
    assertThat(text.lines().map(String::strip))
        .contains("证书", "兹证明", name, "已获得以下认证", TITLE, "由 Northwind Academy 授予")
        .contains("核验此证书");
    assertThat(text).contains("2026年3月4日", "2028年3月4日", "7K2M-9QXT-4RBC-0WZH");
  }

  @Test
  void nothing_of_the_longest_name_and_title_is_cut() throws Exception {
    var name = "Wolfeschlegelsteinhausen ".repeat(7).strip();
    var title = "Northwind Certified: Dynamics Finance and Operations ".repeat(4).strip();
    var document =
        SheetSamples.document(
            SheetSamples.subject(name, title), SheetSamples.rich(), Language.EN, Sheet.LETTER);
    var text = text(Paper.pdf(document)).replaceAll("\\s+", " ");
    assertThat(text).contains(name, title).doesNotContain("…");
  }

  @Test
  void its_code_leads_to_the_page_of_its_number() throws Exception {
    for (var design : List.of(SheetSamples.house(), SheetSamples.rich())) {
      var picture =
          ImageIO.read(
              new ByteArrayInputStream(
                  Paper.png(document("Bo", design, Language.EN), 1, 1600).toArray()));
      int[] pixels =
          picture.getRGB(
              0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
      var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
      var read =
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(new HybridBinarizer(source)),
                  Map.of(DecodeHintType.TRY_HARDER, true));
      assertThat(read.getText())
          .isEqualTo("https://badges.northwind.example/verify/7K2M-9QXT-4RBC-0WZH");
    }
  }

  @Test
  void the_credential_is_inside() {
    var pdf = Paper.pdf(document("Bo", SheetSamples.house(), Language.EN));
    assertThat(Attachments.of(pdf)).containsExactly(Bytes.utf8("{\"id\":\"urn:uuid:1\"}"));
  }

  private String text(Bytes pdf) throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/pdftotext")), "pdftotext (poppler-utils) is not here");
    var file = Files.write(folder.resolve("certificate.pdf"), pdf.toArray());
    var process =
        new ProcessBuilder("pdftotext", "-enc", "UTF-8", file.toString(), "-")
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
