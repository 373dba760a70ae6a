package org.insignia.server.organisations.staff;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Person;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.letters.LetterPaper;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** "Will you work with us?" */
@Component
final class JoinLetter implements MailLetter {
  static final String KIND = "member-invitation";

  private final InvitationStore store;
  private final Organisations organisations;
  private final Accounts accounts;
  private final LetterPaper paper;
  private final Texts texts;
  private final Settings settings;
  private final Clock clock;

  JoinLetter(
      InvitationStore store,
      Organisations organisations,
      Accounts accounts,
      LetterPaper paper,
      Texts texts,
      Settings settings,
      Clock clock) {
    this.store = store;
    this.organisations = organisations;
    this.accounts = accounts;
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
    return store.find(ref, clock.instant()).map(i -> paper.write(i.address(), draft(i)));
  }

  private Draft draft(Invitation invitation) {
    var language =
        accounts
            .ownerOf(invitation.address())
            .flatMap(accounts::find)
            .map(Person::language)
            .orElse(invitation.language());
    var house = organisations.get(invitation.organisation()).name();
    var role = role(language, invitation);
    var host = settings.baseUrl().getHost();
    return paper.ofHouse(
        language,
        texts.text(language, "organisations.mail.join.subject", house),
        List.of(
            new Draft.Heading(texts.text(language, "organisations.mail.join.subject", house)),
            new Draft.Paragraph(invited(language, invitation, house, role)),
            new Draft.Button(
                texts.text(language, "organisations.mail.join.button"),
                settings.baseUrl().resolve("/invitations/" + invitation.id())),
            new Draft.Paragraph(
                texts.text(
                    language,
                    "organisations.mail.join.how",
                    invitation.address().value(),
                    texts.date(language, invitation.endsAt())))),
        texts.text(language, "organisations.mail.join.why", house, host));
  }

  private String invited(Language language, Invitation invitation, String house, String role) {
    var by = invitation.invitedBy();
    return Optional.ofNullable(by)
        .flatMap(accounts::find)
        .map(p -> texts.text(language, "organisations.mail.join.by", p.name(), house, role))
        .orElseGet(() -> texts.text(language, "organisations.mail.join.text", house, role));
  }

  private String role(Language language, Invitation invitation) {
    return texts.text(language, "organisations.role." + invitation.role().name());
  }
}
