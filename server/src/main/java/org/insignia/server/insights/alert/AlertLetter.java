package org.insignia.server.insights.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Person;
import org.insignia.server.insights.posting.KnownPosting;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.letters.LetterPaper;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** "New postings for your search", with a way to hear no more of it. */
@Component
final class AlertLetter implements MailLetter {
  static final String KIND = "job-alert";
  private static final int LISTED = 10;

  private final SavedSearchStore store;
  private final Alerting alerting;
  private final AlertStops stops;
  private final Accounts accounts;
  private final LetterPaper paper;
  private final Texts texts;
  private final Settings settings;

  AlertLetter(
      SavedSearchStore store,
      Alerting alerting,
      AlertStops stops,
      Accounts accounts,
      LetterPaper paper,
      Texts texts,
      Settings settings) {
    this.store = store;
    this.alerting = alerting;
    this.stops = stops;
    this.accounts = accounts;
    this.paper = paper;
    this.texts = texts;
    this.settings = settings;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Empty where it is no longer wanted, or all of its postings have closed meanwhile. */
  @Override
  public Optional<Letter> write(UUID ref) {
    var alert = store.alert(ref);
    var kept = alert.flatMap(a -> store.find(a.search())).filter(SavedSearch::mails);
    if (alert.isEmpty() || kept.isEmpty()) {
      return Optional.empty();
    }
    var postings = alerting.seen(kept.get(), alert.get().after(), alert.get().until());
    var addresses = accounts.verifiedAddresses(kept.get().person());
    if (postings.isEmpty() || addresses.isEmpty()) {
      return Optional.empty();
    }
    var stop = stops.link(kept.get().id());
    var person = accounts.person(kept.get().person());
    var language = person.language();
    var subject = texts.plural(language, "jobs.alert.subject", postings.size(), kept.get().name());
    var why = texts.text(language, "jobs.alert.why", settings.baseUrl().getHost());
    var blocks = blocks(kept.get(), person, postings, stop);
    return Optional.of(
        paper
            .write(addresses.getFirst(), paper.ofHouse(language, subject, blocks, why))
            .endedAt(stop));
  }

  private List<Draft.Block> blocks(
      SavedSearch kept, Person person, List<KnownPosting> postings, java.net.URI stop) {
    var language = person.language();
    List<Draft.Block> blocks = new ArrayList<>();
    blocks.add(
        new Draft.Heading(
            texts.plural(language, "jobs.alert.subject", postings.size(), kept.name())));
    for (var posting : postings.subList(0, Math.min(LISTED, postings.size()))) {
      blocks.add(
          new Draft.SmallLink(
              posting.posting().title() + " · " + posting.posting().employer(),
              settings.url("/home/jobs/" + posting.id().value())));
    }
    blocks.add(
        new Draft.Button(
            texts.text(language, "jobs.alert.button"), settings.url("/home/jobs/searches")));
    blocks.add(new Draft.SmallLink(texts.text(language, "jobs.alert.stop"), stop));
    return blocks;
  }
}
