package org.insignia.server.support.requests;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Person;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.letters.LetterPaper;
import org.insignia.server.platform.look.Accent;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.support.requests.Request.Message;
import org.springframework.stereotype.Component;

/** Tells who asked what staff answered, in the name of the organisation. */
@Component
final class AnsweredLetter implements MailLetter {
  static final String KIND = "support-answered";

  private final RequestStore store;
  private final MessageStore messages;
  private final Requests requests;
  private final RequestLinks links;
  private final Accounts accounts;
  private final LetterPaper paper;
  private final Texts texts;
  private final Settings settings;

  AnsweredLetter(
      RequestStore store,
      MessageStore messages,
      Requests requests,
      RequestLinks links,
      Accounts accounts,
      LetterPaper paper,
      Texts texts,
      Settings settings) {
    this.store = store;
    this.messages = messages;
    this.requests = requests;
    this.links = links;
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
  public Optional<Letter> write(UUID ref) {
    return messages
        .find(ref)
        .flatMap(message ->
            store
                .find(message.request())
                .flatMap(r -> requests.askerOf(r).map(to -> letter(to, r, message))));
  }

  private Letter letter(EmailAddress to, Request request, Message message) {
    var person = request.person();
    var language =
        person == null
            ? request.language()
            : accounts.find(person).map(Person::language).orElse(request.language());
    var house = requests.organisation(request);
    var from = house.map(Organisation::name).orElseGet(() -> texts.text(language, "mail.house"));
    var link =
        person == null ? links.fresh(request) : settings.url("/help/requests/" + request.id());
    return paper.write(
        to,
        new Draft(
            language,
            from,
            accent(house),
            texts.text(language, "requests.mail.answered.subject", request.subject()),
            List.of(
                new Draft.Heading(texts.text(language, "requests.mail.answered.title", from)),
                new Draft.Quote(message.words()),
                new Draft.Button(texts.text(language, "requests.mail.answered.button"), link)),
            why(language, request)));
  }

  private static String accent(Optional<Organisation> house) {
    return house
        .flatMap(o -> Accent.parse(o.accent()))
        .map(Accent::onLight)
        .orElse(LetterPaper.HOUSE_ACCENT);
  }

  private String why(Language language, Request request) {
    return texts.text(language, "requests.mail.answered.why", request.subject());
  }
}
