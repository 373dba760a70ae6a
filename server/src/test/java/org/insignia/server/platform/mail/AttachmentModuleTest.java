package org.insignia.server.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class AttachmentModuleTest {
  private static final Bytes PDF = Bytes.utf8("%PDF-1.7\n\u0000ÿ not a real one");

  @Autowired TestLetters letters;
  @Autowired MailSink sink;
  @Autowired Settings settings;
  @Autowired JdbcClient db;

  @Test
  void a_file_arrives_byte_for_byte_under_its_name_beside_both_parts() {
    var to = EmailAddress.of("a" + UUID.randomUUID() + "@example.org");
    var letter =
        new Letter(to, "Ana", "A copy", "the text", "<p>the html</p>")
            .with(new Letter.Attachment("成绩单 ñ/1.pdf", "application/pdf", PDF));
    letters.send(letter);
    var mail = new Mailbox(sink).newestTo(to.value());
    assertThat(mail.text()).contains("the text");
    assertThat(mail.html()).contains("the html");
    assertThat(mail.attachments()).containsExactly("成绩单 ñ-1.pdf");
    assertThat(mail.headers().get("Message-ID"))
        .as("the letter's own id, the same on every attempt")
        .isEqualTo("<%s@%s>".formatted(idOfLetterTo(to), settings.baseUrl().getHost()));
    var file = sink.attachment(mail, "成绩单 ñ-1.pdf").orElseThrow();
    assertThat(file.content()).isEqualTo(PDF);
    assertThat(file.mediaType()).isEqualTo("application/pdf");
    assertThat(sink.attachment(mail, "another")).isEmpty();
  }

  private UUID idOfLetterTo(EmailAddress to) {
    return db.sql("select id from outbox_letter where recipient = :to")
        .param("to", to.value())
        .query(UUID.class)
        .single();
  }

  @Test
  void the_local_mailbox_offers_it_as_a_download() {
    var to = EmailAddress.of("a" + UUID.randomUUID() + "@example.org");
    letters.send(
        new Letter(to, "Ana", "A copy", "the text", "<p>the html</p>")
            .with(new Letter.Attachment("copy.pdf", "application/pdf", PDF)));
    new Mailbox(sink).newestTo(to.value());
    var web = Web.stranger(settings);
    var page = web.get("/mailbox?to=" + to.value()).body();
    var link = page.replaceAll("(?s).*href=\"(/mailbox/[0-9a-f]{16}/0)\".*", "$1");
    var answer = web.bytes(link);
    assertThat(answer.body()).isEqualTo(PDF.toArray());
    assertThat(Web.header(answer, "Content-Disposition")).contains("attachment", "copy.pdf");
    assertThat(web.bytes(link.replaceAll("0$", "1")).statusCode()).isEqualTo(404);
  }

  @Test
  void more_than_a_mail_server_takes_is_no_letter() {
    var to = EmailAddress.of("a@example.org");
    var letter = new Letter(to, "Ana", "A copy", "t", "h");
    var large = new Letter.Attachment("a", "b/c", Bytes.wrap(new byte[Letter.MOST_ATTACHED + 1]));
    assertThatThrownBy(() -> letter.with(large)).hasMessageContaining("too many for a mail");
  }
}
