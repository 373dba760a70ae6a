package org.insignia.server.accounts;

import java.net.URI;
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

/**
 * Answers a sign-up in the mailbox: with a link to confirm, or, where the address has an account
 * already, by saying so. Only the owner of the mailbox learns which.
 */
@Component
final class ConfirmSignUpLetter implements MailLetter {
  static final String KIND = "confirm-address";

  private final SignUpStore store;
  private final Accounts accounts;
  private final SecretLinks links;
  private final LetterPaper paper;
  private final Texts texts;
  private final Settings settings;
  private final Clock clock;

  ConfirmSignUpLetter(
      SignUpStore store,
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
    return store.find(ref, clock.instant()).map(row -> paper.write(row.address(), draft(row)));
  }

  private Draft draft(SignUpStore.Row row) {
    if (accounts.ownerOf(row.address()).isPresent()) {
      return known(row.language(), settings.url("/sign-in"), settings.url("/reset"));
    }
    var language = row.language();
    var link = links.fresh("/confirm/", token -> store.token(row.id(), token.hash()));
    return paper.ofHouse(
        language,
        texts.text(language, "accounts.mail.confirm.subject"),
        List.of(
            new Draft.Heading(texts.text(language, "accounts.mail.confirm.title")),
            new Draft.Paragraph(texts.text(language, "accounts.mail.confirm.text", row.name())),
            new Draft.Button(texts.text(language, "accounts.mail.confirm.button"), link),
            new Draft.Paragraph(texts.text(language, "accounts.mail.confirm.valid"))),
        texts.text(language, "accounts.mail.confirm.why", settings.baseUrl().getHost()));
  }

  private Draft known(Language language, URI signIn, URI reset) {
    return paper.ofHouse(
        language,
        texts.text(language, "accounts.mail.known.subject"),
        List.of(
            new Draft.Heading(texts.text(language, "accounts.mail.known.title")),
            new Draft.Paragraph(texts.text(language, "accounts.mail.known.text")),
            new Draft.Button(texts.text(language, "accounts.mail.known.button"), signIn),
            new Draft.Paragraph(texts.text(language, "accounts.mail.known.forgotten")),
            new Draft.Button(texts.text(language, "accounts.mail.known.reset"), reset)),
        texts.text(language, "accounts.mail.confirm.why", settings.baseUrl().getHost()));
  }
}
