package org.insignia.server.accounts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.letters.LetterPaper;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.insignia.server.platform.secrets.SecretLinks;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/**
 * Asks in a further mailbox whether it belongs to the account, or says there that it belongs to
 * another one.
 */
@Component
final class ConfirmAddedLetter implements MailLetter {
  static final String KIND = "confirm-added-address";

  private final AddressStore store;
  private final Addresses addresses;
  private final Accounts accounts;
  private final SecretLinks links;
  private final LetterPaper paper;
  private final Texts texts;
  private final Settings settings;

  ConfirmAddedLetter(
      AddressStore store,
      Addresses addresses,
      Accounts accounts,
      SecretLinks links,
      LetterPaper paper,
      Texts texts,
      Settings settings) {
    this.store = store;
    this.addresses = addresses;
    this.accounts = accounts;
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

  @Override
  public Optional<Letter> write(UUID ref) {
    return store
        .find(ref)
        .filter(row -> !row.verified())
        .map(row -> paper.write(row.address(), draft(row)));
  }

  private Draft draft(AddressStore.Row row) {
    var person = accounts.person(row.person());
    var language = person.language();
    boolean owned = accounts.ownerOf(row.address()).isPresent();
    var stem = owned ? "accounts.mail.owned" : "accounts.mail.added";
    var link =
        owned
            ? settings.url("/sign-in")
            : links.fresh("/confirm-address/", t -> addresses.keep(row.id(), t));
    return paper.ofHouse(
        language,
        texts.text(language, stem + ".subject"),
        List.of(
            new Draft.Heading(texts.text(language, stem + ".title")),
            new Draft.Paragraph(texts.text(language, stem + ".text", person.name())),
            new Draft.Button(texts.text(language, stem + ".button"), link)),
        texts.text(language, "accounts.mail.added.why", settings.baseUrl().getHost()));
  }
}
