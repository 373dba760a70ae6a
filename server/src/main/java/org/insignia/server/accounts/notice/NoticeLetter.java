package org.insignia.server.accounts.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.SafetyChanged.What;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.letters.LetterPaper;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/**
 * Tells a person what changed about the ways into their account, and what to do if it was not they.
 */
@Component
final class NoticeLetter implements MailLetter {
  static final String KIND = "safety-notice";

  private final NoticeStore store;
  private final LetterPaper paper;
  private final Texts texts;
  private final Settings settings;

  NoticeLetter(NoticeStore store, LetterPaper paper, Texts texts, Settings settings) {
    this.store = store;
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
    return store.find(ref).map(notice -> paper.write(notice.to(), draft(notice)));
  }

  private Draft draft(Notice notice) {
    var language = notice.language();
    var stem = "accounts.notice." + notice.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
    boolean gone = notice.what() == What.ERASED;
    var advice = gone ? "accounts.notice.advice-gone" : "accounts.notice.advice";
    var button = gone ? "accounts.notice.button-gone" : "accounts.notice.button";
    return paper.ofHouse(
        language,
        texts.text(language, stem + ".subject"),
        List.of(
            new Draft.Heading(texts.text(language, stem + ".subject")),
            new Draft.Paragraph(
                texts.text(
                    language,
                    stem + ".text",
                    notice.name(),
                    texts.time(language, notice.at()),
                    notice.detail())),
            new Draft.Paragraph(texts.text(language, advice)),
            new Draft.Button(
                texts.text(language, button), settings.url(gone ? "/" : "/account/security"))),
        texts.text(language, "accounts.notice.why", settings.baseUrl().getHost()));
  }
}
