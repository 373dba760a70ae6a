package org.insignia.server.transcripts.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.letters.LetterPaper;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.insignia.server.platform.paper.Sheet;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.transcripts.print.TranscriptPapers;
import org.insignia.server.transcripts.record.Transcript;
import org.insignia.server.transcripts.share.Window;
import org.springframework.stereotype.Component;

/**
 * The copy itself: a few words of ours, the earner's name, and what stands in the transcript, in
 * words and as PDF.
 */
@Component
final class CopyLetter implements MailLetter {
  static final String KIND = "transcript-copy";

  private final Copies copies;
  private final Accounts accounts;
  private final Window window;
  private final TranscriptPapers papers;
  private final LetterPaper paper;
  private final Texts texts;
  private final Settings settings;

  CopyLetter(
      Copies copies,
      Accounts accounts,
      Window window,
      TranscriptPapers papers,
      LetterPaper paper,
      Texts texts,
      Settings settings) {
    this.copies = copies;
    this.accounts = accounts;
    this.window = window;
    this.papers = papers;
    this.paper = paper;
    this.texts = texts;
    this.settings = settings;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Letter> write(UUID ref) {
    return copies.find(ref).map(this::letter);
  }

  private Letter letter(Copy copy) {
    var language = copy.language();
    var name = accounts.person(copy.person()).name();
    var transcript = window.of(copy.person(), copy.items(), copy.withAddress(), language);
    var subject = texts.text(language, "copies.letter.subject", name);
    var draft =
        new Draft(
            language,
            texts.text(language, "copies.letter.from", name),
            LetterPaper.HOUSE_ACCENT,
            subject,
            blocks(transcript, subject, language),
            texts.text(language, "copies.letter.why", name, settings.baseUrl().getHost()));
    return withPdf(paper.write(copy.to(), draft), copy, transcript);
  }

  /**
   * Where there is something to print and a mail can carry it; the letter says all of it anyway.
   */
  private Letter withPdf(Letter letter, Copy copy, Transcript transcript) {
    if (transcript.isEmpty()) {
      return letter;
    }
    var pdf = papers.pdf("person:" + copy.person(), transcript, Sheet.A4);
    return pdf.size() > Letter.MOST_ATTACHED
        ? letter
        : letter.with(
            new Letter.Attachment(
                texts.text(copy.language(), "copies.file"), "application/pdf", pdf));
  }

  private List<Draft.Block> blocks(Transcript transcript, String subject, Language language) {
    var name = transcript.identity().name();
    var blocks = new ArrayList<Draft.Block>();
    blocks.add(new Draft.Heading(subject));
    blocks.add(
        new Draft.Paragraph(
            texts.text(
                language, "copies.letter.text", name, texts.date(language, transcript.asOf()))));
    new TranscriptWords(texts, language)
        .of(transcript)
        .forEach(section -> blocks.add(new Draft.Paragraph(section)));
    blocks.add(new Draft.Paragraph(texts.text(language, "copies.letter.check", name)));
    blocks.add(
        new Draft.Button(
            texts.text(language, "copies.letter.button"), settings.url("/transcripts")));
    return blocks;
  }
}
