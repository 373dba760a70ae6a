package org.insignia.server.certificates.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.insignia.server.certificates.design.CertificateDesign;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.paper.Paper;
import org.insignia.server.platform.paper.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws certificates of all kinds to {@code target/certificates}, to be looked at. */
class CertificateSheetTest {
  private static final Path PICTURES = Path.of("target/certificates");
  private static final String TITLE = "Northwind Certified: Cloud Administrator Associate";
  private static final String LONG_TITLE =
      "Northwind Certified: Dynamics Finance and Operations Apps Solution Architect for Public"
          + " Administrations and Regulated Industries, Expert, with Specialisation in Data"
          + " Protection";

  @ParameterizedTest
  @EnumSource
  void is_one_page_in_each_language_on_both_papers(Language language) throws IOException {
    picture(
        "house-a4-" + language.tag(),
        "Ana Lúcia Núñez-Çelik",
        TITLE,
        SheetSamples.house(),
        language,
        Sheet.A4);
    picture(
        "rich-letter-" + language.tag(),
        "Ana Lúcia Núñez-Çelik",
        TITLE,
        SheetSamples.rich(),
        language,
        Sheet.LETTER);
  }

  @ParameterizedTest
  @CsvSource({
    "short, Ö",
    "chinese, 欧阳若曦",
    "arabic, محمد عبد الرحمن الخوارزمي",
    "hebrew, שרה לוי כהן",
    "devanagari, अनन्या श्रीवास्तव",
    "long, Wolfeschlegelsteinhausenbergerdorff Maria del Rosario Cayetana Fitz-James Stuart y de Silva Falcó y Gurtubay-Hohenzollern-Sigmaringen",
  })
  void holds_names_of_any_script_and_length(String file, String name) throws IOException {
    picture("name-" + file, name, TITLE, SheetSamples.house(), Language.EN, Sheet.A4);
  }

  @Test
  void holds_the_longest_title_beside_two_signatories() throws IOException {
    picture("long-title", "Bo", LONG_TITLE, SheetSamples.rich(), Language.EN, Sheet.A4);
    picture(
        "long-title-letter",
        "欧阳若曦",
        LONG_TITLE,
        SheetSamples.house(),
        Language.ZH_CN,
        Sheet.LETTER);
  }

  private static void picture(
      String file,
      String name,
      String title,
      CertificateDesign design,
      Language language,
      Sheet sheet)
      throws IOException {
    var document =
        SheetSamples.document(SheetSamples.subject(name, title), design, language, sheet);
    assertThat(Paper.pages(document)).isEqualTo(1);
    Files.createDirectories(PICTURES);
    Files.write(PICTURES.resolve(file + ".png"), Paper.png(document, 1, 1600).toArray());
    Files.write(PICTURES.resolve(file + ".pdf"), Paper.pdf(document).toArray());
  }
}
