package org.insignia.server.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.letters.LetterPaper;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.insignia.server.platform.secrets.SecretLinks;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** The link to choose a new password; not written where the address has no account. */
@Component
final class ResetPasswordLetter implements MailLetter {
  static final String KIND = "reset-password";

  private final ResetStore store;
  private final Accounts accounts;
  private final SecretLinks links;
  private final LetterPaper paper;
  private final Texts texts;
  private final Settings settings;
  private final Clock clock;

  ResetPasswordLetter(
      ResetStore store,
      Accounts accounts,
      SecretLinks links,
      LetterPaper paper,
      Texts texts,
      Settings settings,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.links = links;
    this.paper = paper;
    this.texts = texts;
    this.settings = settings;
    this.clock = clock;
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
    return store
        .find(ref, clock.instant())
        .filter(row -> accounts.ownerOf(row.address()).isPresent())
        .map(row -> paper.write(row.address(), draft(row)));
  }

  private Draft draft(ResetStore.Row row) {
    Language language = row.language();
    var link = links.fresh("/reset/", token -> store.token(row.id(), token.hash()));
    return paper.ofHouse(
        language,
        texts.text(language, "accounts.mail.reset.subject"),
        List.of(
            new Draft.Heading(texts.text(language, "accounts.mail.reset.title")),
            new Draft.Paragraph(texts.text(language, "accounts.mail.reset.text")),
            new Draft.Button(texts.text(language, "accounts.mail.reset.button"), link),
            new Draft.Paragraph(texts.text(language, "accounts.mail.reset.valid"))),
        texts.text(language, "accounts.mail.reset.why", settings.baseUrl().getHost()));
  }
}
