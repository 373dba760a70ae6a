package org.insignia.server.api.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.eligibility.Award;
import org.insignia.server.eligibility.Awards;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.browse.BadgeList;
import org.insignia.server.issuing.browse.Issued;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.results.CandidateView;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.Finding;
import org.insignia.server.results.Results;
import org.insignia.server.results.TakenExam;
import org.insignia.server.results.search.PeopleSearch;
import org.springframework.stereotype.Component;

/** Gathers what is known of one person; whom another organisation knows is not there. */
@Component
class Dossiers {
  private final PeopleSearch people;
  private final Results results;
  private final Awards awards;
  private final BadgeList badges;
  private final Claims claims;
  private final Achievements achievements;

  Dossiers(
      PeopleSearch people,
      Results results,
      Awards awards,
      BadgeList badges,
      Claims claims,
      Achievements achievements) {
    this.people = people;
    this.results = results;
    this.awards = awards;
    this.badges = badges;
    this.claims = claims;
    this.achievements = achievements;
  }

  /** All of one person, and of the records that were merged with theirs. */
  private record Known(
      DossierId standing,
      List<CandidateView> records,
      List<Award> given,
      List<Issued> issued,
      Map<AchievementId, String> names) {}

  private Known known(Organisation organisation, DossierId asked) {
    var standing =
        people
            .standing(organisation.id(), asked)
            .orElseThrow(() -> new Problem.NotFound("there is no person " + asked.value()));
    var parts = people.dossiers(organisation.id(), standing);
    var given = parts.stream().flatMap(d -> awards.of(d).stream()).toList();
    var issued = badges.of(organisation.id(), given.stream().map(Award::id).toList());
    var ids = given.stream().map(Award::achievement).distinct().toList();
    Map<AchievementId, String> names =
        achievements.get(ids).stream()
            .collect(Collectors.toMap(Achievement::id, Achievement::name));
    return new Known(standing, results.candidates(standing), given, issued, names);
  }

  PersonJson person(Organisation organisation, DossierId asked) {
    var known = known(organisation, asked);
    var name =
        known.records().stream()
            .map(CandidateView::name)
            .findFirst()
            .or(() -> known.issued().stream().map(Issued::name).findFirst())
            .orElse("");
    return new PersonJson(
        known.standing().value(),
        name,
        known.records().stream().map(Dossiers::candidate).toList(),
        known.records().stream().flatMap(r -> r.exams().stream()).map(Dossiers::exam).toList(),
        known.given().stream().map(a -> award(a, known.names())).toList(),
        known.issued().stream().map(b -> b.id().value()).toList());
  }

  private static PersonJson.Candidate candidate(CandidateView record) {
    return new PersonJson.Candidate(
        record.id().value(),
        record.provider().value(),
        record.number(),
        record.issuerNumber(),
        record.givenName(),
        record.familyName(),
        record.email().map(EmailAddress::value).orElse(null));
  }

  private static PersonJson.Exam exam(TakenExam exam) {
    return new PersonJson.Exam(
        exam.id().value(),
        exam.examCode(),
        exam.provider().value(),
        exam.takenAt(),
        word(exam.outcome()),
        word(exam.standing()),
        exam.counts(),
        exam.score(),
        exam.passingScore(),
        exam.reasons().stream().map(Finding::code).toList());
  }

  private static PersonJson.Award award(Award award, Map<AchievementId, String> names) {
    return new PersonJson.Award(
        award.achievement().value(),
        names.getOrDefault(award.achievement(), ""),
        word(award.state()),
        award.earnedAt(),
        award.validUntil(),
        award.isByHand());
  }

  List<PersonJson.Event> events(Organisation organisation, DossierId asked) {
    var known = known(organisation, asked);
    var events = new ArrayList<PersonJson.Event>();
    known.records().stream()
        .flatMap(r -> r.exams().stream())
        .forEach(exam ->
            events.add(
                new PersonJson.Event(
                    exam.takenAt(),
                    "exam." + word(exam.outcome()),
                    exam.id().value(),
                    exam.examCode())));
    people
        .merges(people.dossiers(organisation.id(), known.standing()))
        .forEach(merge -> {
          events.add(new PersonJson.Event(merge.mergedAt(), "records.merged", null, ""));
          if (merge.undoneAt() != null) {
            events.add(new PersonJson.Event(merge.undoneAt(), "records.parted", null, ""));
          }
        });
    known
        .given()
        .forEach(award ->
            events.add(
                new PersonJson.Event(
                    award.earnedAt(),
                    "award." + word(award.state()),
                    award.achievement().value(),
                    known.names().getOrDefault(award.achievement(), ""))));
    badges(known, events);
    events.sort(Comparator.comparing(PersonJson.Event::at));
    return events.reversed();
  }

  private void badges(Known known, List<PersonJson.Event> events) {
    Map<UUID, Claim> decided =
        claims.of(known.issued().stream().map(Issued::id).toList()).stream()
            .collect(Collectors.toMap(c -> c.credential().value(), Function.identity()));
    for (var badge : known.issued()) {
      var id = badge.id().value();
      var name = known.names().getOrDefault(badge.achievement(), "");
      events.add(new PersonJson.Event(badge.issuedAt(), "badge.issued", id, name));
      if (badge.stateAt() != null && badge.state() != Credential.State.ISSUED) {
        events.add(new PersonJson.Event(badge.stateAt(), "badge." + word(badge.state()), id, name));
      }
      var claim = decided.get(id);
      if (claim != null && claim.decidedAt() != null) {
        events.add(
            new PersonJson.Event(claim.decidedAt(), "badge." + word(claim.state()), id, name));
      }
    }
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
