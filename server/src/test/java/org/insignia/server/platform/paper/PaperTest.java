package org.insignia.server.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.pdf.Attachments;
import org.insignia.server.platform.i18n.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaperTest {
  @ParameterizedTest
  @EnumSource
  void a_certificate_is_pdf_a_3a_and_pdf_ua_in_every_language(Language language) throws Exception {
    for (Sheet sheet : List.of(Sheet.A4.landscape(), Sheet.LETTER)) {
      Conformance.check(
          Paper.pdf(Samples.certificate(sheet, language, "Zo\u00eb \u0141ukasiewicz")));
    }
  }

  @Test
  void a_transcript_of_sixty_lines_is_pdf_a_3a_and_pdf_ua() throws Exception {
    Document transcript = Samples.transcript(Language.EN, 60);
    Conformance.check(Paper.pdf(transcript));
    assertThat(Paper.pages(transcript)).isEqualTo(3);
  }

  @Test
  void a_certificate_carries_its_credential() {
    Bytes pdf = Paper.pdf(Samples.certificate(Language.EN, "Zo\u00eb"));
    assertThat(Attachments.of(pdf)).isEqualTo(List.of(Samples.credential().content()));
  }

  @Test
  void the_same_document_is_the_same_file() {
    assertThat(Paper.pdf(Samples.certificate(Language.IT, "Zo\u00eb")))
        .isEqualTo(Paper.pdf(Samples.certificate(Language.IT, "Zo\u00eb")));
  }
}
