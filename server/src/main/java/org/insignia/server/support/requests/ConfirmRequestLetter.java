package org.insignia.server.support.requests;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.letters.LetterPaper;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** "Did you write to us?": the link by which somebody without an account sends their request. */
@Component
final class ConfirmRequestLetter implements MailLetter {
  static final String KIND = "support-confirm";

  private final RequestStore store;
  private final RequestLinks links;
  private final LetterPaper paper;
  private final Texts texts;
  private final Settings settings;

  ConfirmRequestLetter(
      RequestStore store, RequestLinks links, LetterPaper paper, Texts texts, Settings settings) {
    this.store = store;
    this.links = links;
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

  /** Nothing of what was typed stands in it: who gets it may not be who wrote. */
  @Override
  public Optional<Letter> write(UUID ref) {
    return store
        .kept(ref) // or it could be swept before its link is stored, in a transaction of its own
        .filter(request -> request.state() == Request.State.UNCONFIRMED)
        .flatMap(request -> Optional.ofNullable(request.address()).map(to -> letter(to, request)));
  }

  private Letter letter(EmailAddress to, Request request) {
    var language = request.language();
    return paper.write(
        to,
        paper.ofHouse(
            language,
            texts.text(language, "requests.mail.confirm.subject"),
            List.of(
                new Draft.Heading(texts.text(language, "requests.mail.confirm.title")),
                new Draft.Paragraph(texts.text(language, "requests.mail.confirm.text")),
                new Draft.Button(
                    texts.text(language, "requests.mail.confirm.button"), links.fresh(request)),
                new Draft.Paragraph(texts.text(language, "requests.mail.confirm.not-you"))),
            texts.text(language, "requests.mail.confirm.why", settings.baseUrl().getHost())));
  }
}
