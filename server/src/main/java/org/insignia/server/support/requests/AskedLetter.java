package org.insignia.server.support.requests;

import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.StaffMailboxes;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.letters.LetterPaper;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.support.missing.FoundWords;
import org.insignia.server.support.requests.Request.Message;
import org.springframework.stereotype.Component;

/** Tells staff what somebody asks, or wrote once more. */
@Component
final class AskedLetter implements MailLetter {
  static final String KIND = "support-asked";

  private final RequestStore store;
  private final MessageStore messages;
  private final Requests requests;
  private final FoundWords words;
  private final LetterPaper paper;
  private final Texts texts;
  private final Settings settings;

  AskedLetter(
      RequestStore store,
      MessageStore messages,
      Requests requests,
      FoundWords words,
      LetterPaper paper,
      Texts texts,
      Settings settings) {
    this.store = store;
    this.messages = messages;
    this.requests = requests;
    this.words = words;
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
                .filter(r -> r.state() != Request.State.CLOSED)
                .flatMap(r -> requests.staffFor(r).map(to -> letter(to, r, message))));
  }

  private Letter letter(StaffMailboxes.To to, Request request, Message message) {
    var language = to.language();
    var house = requests.organisation(request);
    var blocks = new ArrayList<Draft.Block>();
    blocks.add(
        new Draft.Heading(texts.text(language, "requests.mail.asked.title", request.name())));
    blocks.add(new Draft.Paragraph(request.subject()));
    blocks.add(new Draft.Quote(message.words()));
    request
        .findings()
        .forEach(found ->
            blocks.add(
                new Draft.Paragraph(
                    texts.text(
                        language, "requests.mail.asked.found", words.title(language, found)))));
    var queue =
        house
            .map(Organisation::slug)
            .map(s -> "/console/" + s + "/requests/")
            .orElse("/console/requests/");
    blocks.add(
        new Draft.Button(
            texts.text(language, "requests.mail.asked.button"),
            settings.url(queue + request.id())));
    return paper.write(
        to.address(),
        paper.ofHouse(
            language,
            texts.text(language, "requests.mail.asked.subject", request.subject()),
            blocks,
            house
                .map(o -> texts.text(language, "requests.mail.asked.why", o.name()))
                .orElseGet(() -> texts.text(language, "requests.mail.asked.why-operator"))));
  }
}
