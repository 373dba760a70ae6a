package org.insignia.server.claims;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Person;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.letters.LetterPaper;
import org.insignia.server.platform.look.Accent;
import org.insignia.server.platform.mail.Letter;
import org.springframework.stereotype.Component;

/** What all letters about a badge have in common: the issuer speaks, in the earner's language. */
@Component
public final class BadgeLetters {
  private final Credentials credentials;
  private final Achievements achievements;
  private final Organisations organisations;
  private final Accounts accounts;
  private final LetterPaper paper;
  private final Texts texts;

  /**
   * A badge as a letter speaks of it.
   *
   * @param title its name in the language of the letter
   */
  public record Badge(
      Credential credential, Organisation issuer, String title, Language language) {}

  BadgeLetters(
      Credentials credentials,
      Achievements achievements,
      Organisations organisations,
      Accounts accounts,
      LetterPaper paper,
      Texts texts) {
    this.credentials = credentials;
    this.achievements = achievements;
    this.organisations = organisations;
    this.accounts = accounts;
    this.paper = paper;
    this.texts = texts;
  }

  /** The badge of this id; empty where there is none. */
  public Optional<Badge> badge(UUID ref) {
    return credentials
        .find(new CredentialId(ref))
        .map(credential -> {
          var language = language(credential);
          var title = achievements.get(credential.achievement()).words(language).name();
          return new Badge(
              credential, organisations.get(credential.organisation()), title, language);
        });
  }

  /** What the earner chose in their account counts more than what the test centre knew. */
  private Language language(Credential credential) {
    return accounts
        .ownerOf(credential.recipient())
        .flatMap(accounts::find)
        .map(Person::language)
        .orElse(credential.language());
  }

  /** A text in the language of the letter. */
  public String text(Badge badge, String key, Object... args) {
    return texts.text(badge.language(), key, args);
  }

  /** Why the badge is out of force, in the language of the letter; empty where nobody said. */
  public String reason(Badge badge) {
    var reason = badge.credential().stateReason();
    return reason == null ? "" : texts.known(badge.language(), Credential.REASONS, reason.strip());
  }

  /** The finished mail, in the name and colour of the issuer. */
  public Letter write(Badge badge, String subject, List<Draft.Block> blocks) {
    var issuer = badge.issuer();
    var accent =
        Accent.parse(issuer.accent()).map(Accent::onLight).orElse(LetterPaper.HOUSE_ACCENT);
    var why = text(badge, "claims.mail.why", badge.credential().recipient().value(), issuer.name());
    return paper.write(
        badge.credential().recipient(),
        new Draft(badge.language(), issuer.name(), accent, subject, blocks, why));
  }
}
