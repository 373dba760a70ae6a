package org.insignia.server.console.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.corrections.Corrections;
import org.insignia.server.claims.reminders.SentReminders;
import org.insignia.server.console.people.PersonPage.Event;
import org.insignia.server.eligibility.Award;
import org.insignia.server.eligibility.Awards;
import org.insignia.server.issuing.browse.BadgeList;
import org.insignia.server.issuing.browse.Issued;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.mail.Bounces;
import org.insignia.server.platform.mail.Delivery;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.results.CandidateView;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.Results;
import org.insignia.server.results.search.PeopleSearch;
import org.springframework.stereotype.Component;

/** Gathers what is known of one person from the features that know it. */
@Component
class Timelines {
  private final PeopleSearch people;
  private final Results results;
  private final Awards awards;
  private final BadgeList badges;
  private final Claims claims;
  private final Corrections corrections;
  private final SentReminders reminders;
  private final Outbox outbox;
  private final Bounces bounces;
  private final Achievements achievements;

  Timelines(
      PeopleSearch people,
      Results results,
      Awards awards,
      BadgeList badges,
      Claims claims,
      Corrections corrections,
      SentReminders reminders,
      Outbox outbox,
      Bounces bounces,
      Achievements achievements) {
    this.people = people;
    this.results = results;
    this.awards = awards;
    this.badges = badges;
    this.claims = claims;
    this.corrections = corrections;
    this.reminders = reminders;
    this.outbox = outbox;
    this.bounces = bounces;
    this.achievements = achievements;
  }

  /** As providers know the person. */
  List<PersonPage.Record> records(DossierId dossier) {
    return results.candidates(dossier).stream()
        .map(candidate ->
            new PersonPage.Record(
                candidate.name(),
                candidate.email().map(EmailAddress::value).orElse(""),
                candidate.provider().value(),
                candidate.number()))
        .toList();
  }

  /** The person's addresses that mail does not reach. */
  List<String> bounces(DossierId dossier) {
    var addresses =
        results.candidates(dossier).stream().flatMap(c -> c.email().stream()).distinct().toList();
    return bounces.of(addresses).keySet().stream().map(EmailAddress::value).sorted().toList();
  }

  /** What happened, the latest first. */
  List<Event> of(Organisation organisation, DossierId dossier, Shell shell) {
    var timeline = new Timeline(shell, "/console/" + organisation.slug());
    var dossiers = people.dossiers(organisation.id(), dossier);
    results.candidates(dossier).stream()
        .map(CandidateView::exams)
        .flatMap(List::stream)
        .forEach(timeline::exam);
    people.merges(dossiers).forEach(timeline::merge);
    var given = dossiers.stream().flatMap(d -> awards.of(d).stream()).toList();
    var issued = badges.of(organisation.id(), given.stream().map(Award::id).toList());
    Map<AchievementId, String> titles = titles(given, issued, shell);
    given.forEach(award -> timeline.award(award, title(titles, award.achievement())));
    var decided =
        claims.of(issued.stream().map(Issued::id).toList()).stream()
            .collect(Collectors.toMap(Claim::credential, Function.identity()));
    var letters = letters(issued);
    for (var badge : issued) {
      var title = title(titles, badge.achievement());
      timeline.issued(badge, title);
      var claim = decided.get(badge.id());
      if (claim != null) {
        timeline.claim(badge, claim, title);
        corrections.latest(badge.id()).ifPresent(timeline::correction);
      }
      letters
          .getOrDefault(badge.id().value(), List.of())
          .forEach(letter -> timeline.letter(badge, letter, badge.issuedAt()));
    }
    return timeline.latestFirst();
  }

  private static String title(Map<AchievementId, String> titles, AchievementId achievement) {
    return Objects.requireNonNullElse(titles.get(achievement), "");
  }

  private Map<AchievementId, String> titles(List<Award> given, List<Issued> issued, Shell shell) {
    var ids = new ArrayList<AchievementId>();
    given.forEach(award -> ids.add(award.achievement()));
    issued.forEach(badge -> ids.add(badge.achievement()));
    return achievements.get(ids.stream().distinct().toList()).stream()
        .collect(Collectors.toMap(Achievement::id, a -> a.words(shell.language()).name()));
  }

  /** By the badge that they are about. */
  private Map<UUID, List<Delivery>> letters(List<Issued> issued) {
    Map<UUID, UUID> about =
        issued.stream()
            .flatMap(badge ->
                reminders.of(badge.id()).stream()
                    .map(reminder -> Map.entry(reminder, badge.id().value())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    issued.forEach(badge -> about.put(badge.id().value(), badge.id().value()));
    return outbox.deliveries(about.keySet()).stream()
        .collect(Collectors.groupingBy(letter -> Objects.requireNonNull(about.get(letter.ref()))));
  }
}
