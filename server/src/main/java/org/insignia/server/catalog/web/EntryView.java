package org.insignia.server.catalog.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.EntryText;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.ExamBadge;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.catalog.web.EntryPage.Fact;
import org.insignia.server.catalog.web.EntryPage.Link;
import org.insignia.server.catalog.web.EntryPage.Part;
import org.insignia.server.catalog.web.EntryPage.TextOf;
import org.insignia.server.catalog.wording.RequirementSentences;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.springframework.stereotype.Component;

/** Puts together all that is known of one entry. */
@Component
final class EntryView {
  private final Catalog catalog;
  private final Achievements achievements;
  private final RequirementSentences sentences;

  EntryView(Catalog catalog, Achievements achievements, RequirementSentences sentences) {
    this.catalog = catalog;
    this.achievements = achievements;
    this.sentences = sentences;
  }

  static String path(String slug, String uid) {
    return "/console/" + slug + "/catalogue/" + URLEncoder.encode(uid, StandardCharsets.UTF_8);
  }

  Optional<EntryPage> of(
      Organisation organisation, String uid, Language language, LocalDate today) {
    CatalogVersion version = catalog.current(organisation.id());
    Optional<EntryPage> exam =
        version.exam(uid).map(e -> exam(organisation, e, version, language, today));
    return exam.isPresent()
        ? exam
        : version
            .certification(uid)
            .map(c -> certification(organisation, c, version, language, today));
  }

  private EntryPage exam(
      Organisation organisation,
      Exam exam,
      CatalogVersion version,
      Language language,
      LocalDate today) {
    ExamBadge badge = version.badge(exam);
    List<String> related =
        switch (badge) {
          case ExamBadge.Given given -> given.certifications();
          case ExamBadge.CertificationInstead instead -> instead.certifications();
          case ExamBadge.None _ -> List.of();
        };
    return new EntryPage(
        organisation.slug(),
        false,
        exam.uid(),
        exam.number(),
        exam.title(),
        EntryState.of(exam, today),
        image(organisation, exam.uid()),
        sentences.of(exam, language),
        EntryState.badge(badge),
        "",
        facts(
            new Fact("catalog.fact.levels", words(exam.levels())),
            new Fact("catalog.fact.roles", words(exam.roles())),
            new Fact("catalog.fact.products", words(exam.products())),
            new Fact("catalog.fact.languages", locales(exam.languages(), language)),
            new Fact("catalog.fact.providers", words(exam.providers()))),
        related.stream().map(c -> link(organisation, c, version)).toList(),
        texts(organisation, exam.uid(), language),
        List.of());
  }

  private EntryPage certification(
      Organisation organisation,
      Certification certification,
      CatalogVersion version,
      Language language,
      LocalDate today) {
    Requirement requires = certification.requires();
    return new EntryPage(
        organisation.slug(),
        true,
        certification.uid(),
        "",
        certification.title(),
        EntryState.of(certification, version, today),
        image(organisation, certification.uid()),
        sentences.of(certification, version, language),
        "",
        "catalog.basis." + certification.basis().name(),
        facts(
            new Fact("catalog.fact.type", certification.type()),
            new Fact("catalog.fact.levels", words(certification.levels())),
            new Fact("catalog.fact.roles", words(certification.roles())),
            new Fact("catalog.fact.products", words(certification.products()))),
        requires == null
            ? Stream.concat(certification.exams().stream(), certification.prerequisites().stream())
                .map(uid -> link(organisation, uid, version))
                .toList()
            : List.of(),
        texts(organisation, certification.uid(), language),
        requires == null ? List.of() : List.of(part(requires, organisation, version, today)));
  }

  private Part part(
      Requirement requirement, Organisation organisation, CatalogVersion version, LocalDate today) {
    return switch (requirement) {
      case Requirement.ExamPassed passed ->
          version
              .exam(passed.uid())
              .map(e -> leaf(organisation, e.uid(), e.label(), EntryState.of(e, today)))
              .orElseGet(() -> unknown(passed.uid()));
      case Requirement.CertificationHeld held ->
          version
              .certification(held.uid())
              .map(c -> leaf(organisation, c.uid(), c.title(), EntryState.of(c, version, today)))
              .orElseGet(() -> unknown(held.uid()));
      case Requirement.Combination combination ->
          new Part(
              "catalog.tree." + combination.op().name(),
              combination.needed(),
              "",
              "",
              new EntryState("catalog.state.active", "good", null),
              combination.of().stream()
                  .map(inner -> part(inner, organisation, version, today))
                  .toList());
    };
  }

  private static Part leaf(Organisation organisation, String uid, String title, EntryState state) {
    return new Part("", 1, path(organisation.slug(), uid), title, state, List.of());
  }

  private static Part unknown(String uid) {
    return new Part(
        "", 1, "", uid, new EntryState("catalog.state.unknown", "bad", null), List.of());
  }

  private static Link link(Organisation organisation, String uid, CatalogVersion version) {
    String title =
        version
            .certification(uid)
            .map(Certification::title)
            .or(() -> version.exam(uid).map(Exam::label))
            .orElse(uid);
    return new Link(path(organisation.slug(), uid), title);
  }

  private String image(Organisation organisation, String uid) {
    return achievements
        .of(organisation.id(), uid)
        .map(_ -> path(organisation.slug(), uid) + "/badge.svg")
        .orElse("");
  }

  private static List<Fact> facts(Fact... facts) {
    return Stream.of(facts).filter(fact -> !fact.value().isEmpty()).toList();
  }

  private static String words(List<String> words) {
    return String.join(", ", words);
  }

  private static String locales(List<String> locales, Language reader) {
    return String.join(
        ", ",
        locales.stream()
            .map(tag -> Locale.forLanguageTag(tag).getDisplayName(reader.locale()))
            .toList());
  }

  private List<TextOf> texts(Organisation organisation, String uid, Language reader) {
    List<TextOf> texts = new ArrayList<>();
    Map<String, EntryText> byLocale = catalog.texts(organisation.id(), uid);
    byLocale.forEach((locale, text) -> {
      String summary = text.summary();
      String title = text.title();
      String subTitle = text.subTitle();
      List<EntryText.SkillPhrase> skills = text.skills();
      texts.add(
          new TextOf(
              locale,
              Locale.forLanguageTag(locale).getDisplayName(reader.locale()),
              title == null ? "" : title,
              subTitle == null ? "" : subTitle,
              summary == null ? List.of() : PlainText.paragraphs(summary),
              skills == null ? List.of() : skills));
    });
    return texts;
  }
}
