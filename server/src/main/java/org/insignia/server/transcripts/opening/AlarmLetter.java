package org.insignia.server.transcripts.opening;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.letters.LetterPaper;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.Shares;
import org.springframework.stereotype.Component;

/** Tells an earner that somebody tries codes at a share of theirs. */
@Component
final class AlarmLetter implements MailLetter {
  static final String KIND = "transcript-alarm";

  private final Shares shares;
  private final Accounts accounts;
  private final LetterPaper paper;
  private final Texts texts;
  private final Settings settings;

  AlarmLetter(Shares shares, Accounts accounts, LetterPaper paper, Texts texts, Settings settings) {
    this.shares = shares;
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
    return shares
        .find(ref)
        .flatMap(share ->
            accounts.verifiedAddresses(share.person()).stream()
                .findFirst()
                .map(to -> letter(share, to)));
  }

  private Letter letter(Share share, EmailAddress to) {
    Language language = accounts.person(share.person()).language();
    var subject = texts.text(language, "shares.alarm.subject", share.name());
    return paper.write(
        to,
        paper.ofHouse(
            language,
            subject,
            List.of(
                new Draft.Heading(subject),
                new Draft.Paragraph(
                    texts.text(language, "shares.alarm.text", share.transcript().text())),
                new Draft.Paragraph(texts.text(language, "shares.alarm.advice")),
                new Draft.Button(
                    texts.text(language, "shares.alarm.button"),
                    settings.url("/home/transcript/shares/" + share.id()))),
            texts.text(language, "shares.alarm.why", settings.baseUrl().getHost())));
  }
}
