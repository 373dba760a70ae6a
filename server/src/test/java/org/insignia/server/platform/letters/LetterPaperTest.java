package org.insignia.server.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.letters.Draft.Block;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class LetterPaperTest {
  private static final EmailAddress ANA = EmailAddress.of("ana@example.org");
  private static final URI LINK = URI.create("https://badges.example/claim/" + "x".repeat(80));

  @Autowired LetterPaper paper;

  private Letter letter(Language language, Block... blocks) {
    return paper.write(
        ANA,
        new Draft(
            language, "Northwind Academy", "#1f4f82", "Your badge", List.of(blocks), "Because."));
  }

  @Test
  void both_parts_say_the_same() {
    var letter =
        letter(
            Language.ES,
            new Draft.Heading("Has conseguido una insignia"),
            new Draft.Picture(URI.create("https://badges.example/p.png"), "Insignia"),
            new Draft.Paragraph("Es tuya."),
            new Draft.Quote("Motivo"),
            new Draft.Button("Ver", LINK));
    for (var words :
        List.of("Has conseguido una insignia", "Es tuya.", "Motivo", LINK.toString(), "Because.")) {
      assertThat(letter.text()).contains(words);
      assertThat(letter.html()).contains(words);
    }
    assertThat(letter.html()).contains("<html lang=\"es\">", "alt=\"Insignia\"");
  }

  @Test
  void the_text_part_is_broken_at_blanks_and_links_stay_whole() {
    var letter =
        letter(Language.EN, new Draft.Paragraph("word ".repeat(60)), new Draft.Button("See", LINK));
    assertThat(letter.text().lines().filter(line -> !line.contains("://")))
        .allMatch(line -> line.length() <= 75);
    assertThat(letter.text().lines()).contains(LINK.toString());
  }

  @Test
  void words_of_others_are_words_and_never_markup_or_headers() {
    var letter =
        paper.write(
            ANA,
            new Draft(
                Language.EN,
                "Evil\r\nBcc: x@example.org",
                "#1f4f82",
                "Hi\nBcc: y@example.org",
                List.of(
                    new Draft.Paragraph("<script>alert(1)</script>"),
                    new Draft.Picture(LINK, "\" onload=\"x")),
                "<b>why</b>"));
    assertThat(letter.subject()).isEqualTo("Hi Bcc: y@example.org");
    assertThat(letter.fromName()).isEqualTo("Evil Bcc: x@example.org");
    assertThat(letter.html()).doesNotContain("<script", "<b>why", "\" onload");
  }

  @Test
  void a_quote_is_marked_on_each_line_of_the_text_part() {
    var letter = letter(Language.EN, new Draft.Quote("reason ".repeat(30)));
    assertThat(letter.text().lines().filter(l -> l.contains("reason")))
        .hasSizeGreaterThan(1)
        .allMatch(l -> l.startsWith("> "));
  }
}
