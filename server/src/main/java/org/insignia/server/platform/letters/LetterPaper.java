package org.insignia.server.platform.letters;

import java.util.List;
import java.util.Map;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.web.Documents;
import org.springframework.stereotype.Component;

/**
 * Sets a {@link Draft} as a mail: a text part wrapped for any reader and an HTML part of 600 pixels
 * that needs no picture.
 */
@Component
public final class LetterPaper {
  private static final int LINE = 74;

  /** The accent of mails that no organisation sends. */
  public static final String HOUSE_ACCENT = "#1f4f82";

  private final Documents documents;
  private final Texts texts;

  LetterPaper(Documents documents, Texts texts) {
    this.documents = documents;
    this.texts = texts;
  }

  /** A draft that goes out in the name of the house, not of an organisation. */
  public Draft ofHouse(Language language, String subject, List<Draft.Block> blocks, String why) {
    return new Draft(
        language, texts.text(language, "mail.house"), HOUSE_ACCENT, subject, blocks, why);
  }

  /** The finished mail. */
  public Letter write(EmailAddress to, Draft draft) {
    var html = documents.render("layout/email", Map.of("draft", draft));
    return new Letter(to, draft.fromName(), draft.subject(), text(draft), html);
  }

  private static String text(Draft draft) {
    var text = new StringBuilder();
    for (var block : draft.blocks()) {
      switch (block) {
        case Draft.Heading heading -> paragraph(text, heading.text(), "");
        case Draft.Paragraph paragraph -> paragraph(text, paragraph.text(), "");
        case Draft.Quote quote -> paragraph(text, quote.text(), "> ");
        case Draft.Picture _ -> {
          // The heading names the badge already: a line "[picture]" would say nothing more.
        }
        case Draft.Button button ->
            text.append(button.label()).append(":\n").append(button.url()).append("\n\n");
        case Draft.SmallLink link ->
            text.append(link.label()).append(": ").append(link.url()).append("\n\n");
      }
    }
    text.append("-- \n");
    paragraph(text, draft.fromName(), "");
    paragraph(text, draft.why(), "");
    return text.toString().stripTrailing() + "\n";
  }

  /**
   * Appends a paragraph, broken at blanks before the line gets longer than {@value #LINE}; Chinese
   * stays in one line.
   */
  private static void paragraph(StringBuilder text, String words, String margin) {
    for (var given : words.strip().split("\\R")) {
      int column = margin.length();
      text.append(margin);
      for (var word : given.split(" ")) {
        if (column > margin.length() && column + word.length() > LINE) {
          text.append('\n').append(margin);
          column = margin.length();
        } else if (column > margin.length()) {
          text.append(' ');
          column++;
        }
        text.append(word);
        column += word.length();
      }
      text.append('\n');
    }
    text.append('\n');
  }
}
