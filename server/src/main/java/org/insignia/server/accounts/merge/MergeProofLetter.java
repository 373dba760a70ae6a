package org.insignia.server.accounts.merge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.letters.LetterPaper;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.insignia.server.platform.secrets.SecretLinks;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** Asks the owner of another account whether the two are to become one. */
@Component
final class MergeProofLetter implements MailLetter {
  static final String KIND = "merge-proof";

  private final MergeProofs proofs;
  private final Accounts accounts;
  private final SecretLinks links;
  private final LetterPaper paper;
  private final Texts texts;
  private final Settings settings;

  MergeProofLetter(
      MergeProofs proofs,
      Accounts accounts,
      SecretLinks links,
      LetterPaper paper,
      Texts texts,
      Settings settings) {
    this.proofs = proofs;
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
    return proofs
        .row(ref)
        .filter(
            row -> accounts.ownerOf(row.address()).filter(p -> !p.equals(row.person())).isPresent())
        .map(row -> paper.write(row.address(), draft(row)));
  }

  private Draft draft(MergeProofStore.Row row) {
    var language = accounts.person(accounts.ownerOf(row.address()).orElseThrow()).language();
    var asking = accounts.person(row.person());
    var main = accounts.verifiedAddresses(asking.id()).getFirst().value();
    var link = links.fresh("/account/merge/confirm/", t -> proofs.keep(row.id(), t));
    return paper.ofHouse(
        language,
        texts.text(language, "accounts.mail.merge.subject"),
        List.of(
            new Draft.Heading(texts.text(language, "accounts.mail.merge.title")),
            new Draft.Paragraph(
                texts.text(language, "accounts.mail.merge.text", asking.name(), main)),
            new Draft.Button(texts.text(language, "accounts.mail.merge.button"), link),
            new Draft.Paragraph(texts.text(language, "accounts.mail.merge.valid"))),
        texts.text(language, "accounts.mail.merge.why", settings.baseUrl().getHost()));
  }
}
