package org.insignia.server.certificates;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievement.Kind;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.design.BadgeLook;
import org.insignia.server.catalog.design.Colour;
import org.insignia.server.catalog.design.Design;
import org.insignia.server.catalog.design.Icon;
import org.insignia.server.catalog.design.Metal;
import org.insignia.server.catalog.design.Outline;
import org.insignia.server.catalog.design.Ring;
import org.insignia.server.certificates.design.CertificateDesign;
import org.insignia.server.certificates.design.Wording;
import org.insignia.server.certificates.sheet.Inscriptions;
import org.insignia.server.certificates.sheet.Subject;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.springframework.stereotype.Service;

/** Samples: of a certification that the organisation has, in the name of nobody. */
@Service
public class Specimens {
  private static final String NUMBER = "0000-0000-0000-0000";

  private final Achievements achievements;
  private final Inscriptions inscriptions;
  private final Texts texts;
  private final Clock clock;

  Specimens(Achievements achievements, Inscriptions inscriptions, Texts texts, Clock clock) {
    this.achievements = achievements;
    this.inscriptions = inscriptions;
    this.texts = texts;
    this.clock = clock;
  }

  /** A sample in this design. */
  public Draft of(Organisation organisation, CertificateDesign design, Language language) {
    var like = example(organisation);
    var title =
        like.map(a -> a.words(language).name())
            .orElseGet(() -> texts.text(language, "certificates.sample.title"));
    Instant today = clock.instant();
    var subject =
        new Subject(
            organisation.name(),
            texts.text(language, "certificates.sample.name"),
            title,
            like.map(a -> titleLanguage(a, language)).orElse(language.tag()),
            today,
            today.atOffset(ZoneOffset.UTC).plusYears(2).toInstant(),
            NUMBER);
    return new Draft(
        organisation,
        design,
        subject,
        like.map(a -> achievements.design(a.design())).orElseGet(() -> look(title)));
  }

  /** The longest title: what holds it holds the others. */
  private Optional<Achievement> example(Organisation organisation) {
    return achievements.all(organisation.id()).stream()
        .filter(a -> a.kind() == Kind.CERTIFICATION && a.state() == Achievement.State.ACTIVE)
        .max(
            Comparator.comparing((Achievement a) -> a.name().length())
                .thenComparing(Achievement::slug));
  }

  /** The achievement's main one where it has no words in this language. */
  static String titleLanguage(Achievement achievement, Language language) {
    return achievement.spoken(language).tag();
  }

  private static BadgeLook look(String title) {
    return new Design(
        Outline.ROUND,
        Ring.PLAIN,
        Metal.SILVER,
        Colour.of("#1f4e79"),
        Icon.STAR,
        "",
        title,
        "",
        "",
        0);
  }

  /** The product's own words, with their placeholders. */
  public Wording houseWords(Language language) {
    return inscriptions.house(language);
  }
}
