package org.insignia.server.support.missing;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.Resending;
import org.insignia.server.eligibility.Explanation.Named;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * "Why is my badge missing?" and what mends it, for whoever misses one: on our page and elsewhere.
 * It speaks of nobody but the person who asks.
 */
@Component
public class OwnCheck {
  private static final int MOST_TAKEN = 30;

  private final FactGathering gathering;
  private final Choices choices;
  private final FoundWords words;
  private final Texts texts;
  private final Addresses addresses;
  private final Credentials credentials;
  private final Claims claims;
  private final Resending resending;

  OwnCheck(
      FactGathering gathering,
      Choices choices,
      FoundWords words,
      Texts texts,
      Addresses addresses,
      Credentials credentials,
      Claims claims,
      Resending resending) {
    this.gathering = gathering;
    this.choices = choices;
    this.words = words;
    this.texts = texts;
    this.addresses = addresses;
    this.credentials = credentials;
    this.claims = claims;
    this.resending = resending;
  }

  /**
   * What can be asked about.
   *
   * @param taken exams that results of the person are known of
   */
  public record Menu(
      List<Choice> certifications, List<Choice> exams, List<Choice> others, List<Choice> taken) {
    public Menu {
      certifications = List.copyOf(certifications);
      exams = List.copyOf(exams);
      others = List.copyOf(others);
      taken = List.copyOf(taken);
    }
  }

  /**
   * What came out.
   *
   * @param clear whether the person has it and nothing stands in the way
   * @param badge its id where there is one for this person; empty where there is none
   */
  public record Answer(String title, boolean clear, Optional<UUID> badge, List<Station> stations) {
    public Answer {
      stations = List.copyOf(stations);
    }
  }

  /**
   * A station on the way of a badge.
   *
   * @param state passed, stuck or not-reached
   */
  public record Station(String name, String state, List<Trouble> causes) {
    public Station {
      causes = List.copyOf(causes);
    }
  }

  /**
   * What is wrong there.
   *
   * @param quote somebody's own words about it; empty for none
   */
  public record Trouble(Found found, String title, String words, String quote, List<Way> ways) {
    public Trouble {
      ways = List.copyOf(ways);
    }
  }

  /**
   * What can be done about it.
   *
   * @param remedy what, for example {@code take-back}
   * @param subject id or uid that it is done to; empty where there is none
   */
  public record Way(String remedy, String label, String subject) {}

  /** What an organisation has to ask about, in the order of their titles. */
  public Menu menu(PersonId person, Organisation organisation, Language language) {
    var lists = choices.of(organisation, language);
    var taken =
        gathering.ownRecords(person, organisation).stream()
            .flatMap(r -> r.exams().stream())
            .map(e -> e.examUid())
            .distinct()
            .toList();
    return new Menu(
        lists.certifications(),
        lists.exams(),
        lists.others(),
        lists.exams().stream().filter(e -> taken.contains(e.value())).limit(MOST_TAKEN).toList());
  }

  /** Looks; empty where the organisation has no such thing. */
  public Optional<Answer> look(
      PersonId person, Organisation organisation, String uid, Language language) {
    return gathering
        .wanted(organisation, uid, language)
        .map(wanted -> answer(gathering.ofEarner(person, wanted), language));
  }

  private Answer answer(Facts facts, Language language) {
    var walk = Walk.of(facts);
    boolean own = facts.held() || facts.mayClaim();
    return new Answer(
        facts.wanted().title(),
        walk.found().isEmpty() && facts.held(),
        own ? Optional.of(facts.badge()).map(UUID::fromString) : Optional.empty(),
        walk.steps().stream()
            .map(step ->
                new Station(
                    word(step.hop()),
                    word(step.state()),
                    step.found().stream().map(f -> trouble(f, facts, language)).toList()))
            .toList());
  }

  private Trouble trouble(Found found, Facts facts, Language language) {
    return new Trouble(
        found,
        words.title(language, found),
        words.forEarner(language, found),
        words.quote(language, found),
        found.cause().remedies(facts).stream()
            .flatMap(remedy ->
                remedy.subjects(facts).stream()
                    .map(subject ->
                        new Way(word(remedy), label(remedy, subject, facts, language), subject)))
            .toList());
  }

  private String label(Remedy remedy, String subject, Facts facts, Language language) {
    var key = "support.remedy." + remedy.name();
    return remedy == Remedy.INSTEAD
        ? texts.text(
            language,
            key,
            facts.rule().instead().stream()
                .filter(c -> c.uid().equals(subject))
                .map(Named::title)
                .findFirst()
                .orElse(subject))
        : texts.text(language, key);
  }

  /** A word as programs read it. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * A badge that was offered to this person.
   *
   * @throws Problem.NotFound for every other
   */
  Credential offered(PersonId person, UUID id) {
    return credentials
        .find(new CredentialId(id))
        .filter(c -> claims.of(c.id()).filter(q -> claims.isOfferedTo(person, q)).isPresent())
        .orElseThrow(() -> new Problem.NotFound("there is no badge " + id));
  }

  /** Whether its invitation can be sent again: a decided one's cannot. */
  boolean isInvited(Credential badge) {
    return claims.of(badge.id()).filter(c -> Resending.isPossible(c, badge)).isPresent();
  }

  /**
   * Sends the invitation to a badge that waits for this very person once more.
   *
   * @return how long to wait, where it was sent too often
   * @throws Problem.NotFound if it was not offered to them
   * @throws Problem.Conflict if it was decided
   */
  public Optional<Duration> resend(PersonId person, UUID badge) {
    return resending.resend("person:" + person, offered(person, badge));
  }

  /**
   * Sends the letter that proves a mailbox of this person once more.
   *
   * @return how long to wait, where there were too many letters
   * @throws Problem.NotFound if it is none of theirs
   * @throws Problem.Conflict if it is confirmed already
   */
  public Optional<Duration> confirm(PersonId person, UUID mailbox) {
    var mine =
        addresses.of(person).stream()
            .filter(m -> m.id().equals(mailbox))
            .findFirst()
            .orElseThrow(() -> new Problem.NotFound("there is no address " + mailbox));
    if (mine.verified()) {
      throw new Problem.Conflict("this address is confirmed already");
    }
    return addresses.askAgain(person, mailbox);
  }
}
