package org.insignia.server.transcripts.copy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.letters.LetterPaper;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** Tells an earner that a copy was sent from their account, and to whom. */
@Component
final class CopyNoticeLetter implements MailLetter {
  static final String KIND = "transcript-copy-notice";

  private final Copies copies;
  private final Accounts accounts;
  private final LetterPaper paper;
  private final Texts texts;
  private final Settings settings;

  CopyNoticeLetter(
      Copies copies, Accounts accounts, LetterPaper paper, Texts texts, Settings settings) {
    this.copies = copies;
    this.accounts = accounts;
    this.paper = paper;
    this.texts = texts;
    this.settings = settings;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isUrgent() {
    return true;
  }

  @Override
  public Optional<Letter> write(UUID ref) {
    return copies
        .find(ref)
        .flatMap(copy ->
            accounts.verifiedAddresses(copy.person()).stream()
                .findFirst()
                .map(to -> letter(copy, to)));
  }

  private Letter letter(Copy copy, EmailAddress to) {
    var language = accounts.person(copy.person()).language();
    var subject = texts.text(language, "copies.notice.subject");
    return paper.write(
        to,
        paper.ofHouse(
            language,
            subject,
            List.of(
                new Draft.Heading(subject),
                new Draft.Paragraph(
                    texts.text(
                        language,
                        "copies.notice.text",
                        copy.to().value(),
                        texts.time(language, copy.askedAt()))),
                new Draft.Paragraph(texts.text(language, "copies.notice.advice")),
                new Draft.Button(
                    texts.text(language, "copies.notice.button"),
                    settings.url("/account/security"))),
            texts.text(language, "copies.notice.why", settings.baseUrl().getHost())));
  }
}
