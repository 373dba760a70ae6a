package org.insignia.server.transcripts.record;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Person;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.eligibility.Eligibility;
import org.insignia.server.eligibility.Explanation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.springframework.stereotype.Component;

/**
 * Puts together what a person has earned, from what is known now: results of all their dossiers,
 * awards, badges. Nothing of it is stored but the person's number.
 */
@Component
public class Transcripts {
  private final Accounts accounts;
  private final CertificationIds ids;
  private final Gathering gathering;
  private final Eligibility eligibility;
  private final NameBook nameBook;
  private final Texts texts;
  private final Clock clock;

  Transcripts(
      Accounts accounts,
      CertificationIds ids,
      Gathering gathering,
      Eligibility eligibility,
      NameBook nameBook,
      Texts texts,
      Clock clock) {
    this.accounts = accounts;
    this.ids = ids;
    this.gathering = gathering;
    this.eligibility = eligibility;
    this.nameBook = nameBook;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * In the person's own language, without an address.
   *
   * @throws org.insignia.server.platform.problem.Problem.NotFound if there is no such person
   */
  public Transcript of(PersonId person) {
    return of(person, accounts.person(person).language());
  }

  /**
   * As {@link #of(PersonId)}, with titles in this language where the catalogue has them. Who is not
   * the earner may see {@link Transcript#forOthers()} or {@link Transcript#only} of it.
   */
  public Transcript of(PersonId person, Language language) {
    Person known = accounts.person(person);
    Instant now = clock.instant();
    Facts facts = gathering.of(person);
    Map<OrganisationId, List<Explanation>> begun = new LinkedHashMap<>();
    facts.exams().forEach((by, exams) -> begun.put(by, eligibility.begun(by, exams)));
    Map<OrganisationId, Names> names = nameBook.of(facts, begun, language);
    List<Sittings> sittings = sittings(facts, names);
    return new Transcript(
        new Identity(known.name(), ids.of(person), null),
        language,
        now,
        new Certifications(facts, names, language, now).all(begun),
        underWay(begun, names, language, now),
        sittings.stream()
            .flatMap(those -> those.passed().stream())
            .sorted(Comparator.comparing(PassedExam::earnedAt).reversed())
            .toList(),
        sittings.stream()
            .flatMap(those -> those.attempts().stream())
            .sorted(Comparator.comparing(Attempt::takenAt).reversed())
            .toList(),
        new Badges(facts, names, language, now).all());
  }

  private static List<Sittings> sittings(Facts facts, Map<OrganisationId, Names> names) {
    return facts.exams().entrySet().stream()
        .map(of ->
            new Sittings(facts, Objects.requireNonNull(names.get(of.getKey())), of.getValue()))
        .toList();
  }

  private List<UnderWay> underWay(
      Map<OrganisationId, List<Explanation>> begun,
      Map<OrganisationId, Names> names,
      Language language,
      Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    MissingParts missing = new MissingParts(texts, language, today);
    List<UnderWay> underWay = new ArrayList<>();
    begun.forEach((by, explanations) -> {
      Names called = Objects.requireNonNull(names.get(by));
      underWay.addAll(new Begun(called, missing, today).of(explanations));
    });
    return underWay.stream().sorted(Begun.ORDER).toList();
  }
}
