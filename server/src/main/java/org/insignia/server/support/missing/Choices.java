package org.insignia.server.support.missing;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.springframework.stereotype.Component;

/**
 * What can be asked about: exams and certifications of an organisation in the reader's language.
 */
@Component
final class Choices {
  private final Catalog catalog;
  private final Achievements achievements;

  Choices(Catalog catalog, Achievements achievements) {
    this.catalog = catalog;
    this.achievements = achievements;
  }

  /** In the order of their titles; {@code others} are badges that no exam gives. */
  record Lists(List<Choice> certifications, List<Choice> exams, List<Choice> others) {}

  Lists of(Organisation organisation, Language language) {
    var version = catalog.current(organisation.id());
    var uids =
        Stream.concat(
                version.certifications().stream().map(Certification::uid),
                version.exams().stream().map(Exam::uid))
            .toList();
    Map<String, String> titles = catalog.titles(organisation.id(), uids, language);
    return new Lists(
        sorted(
            version.certifications().stream()
                .map(c -> new Choice(c.uid(), titles.getOrDefault(c.uid(), c.title())))
                .toList()),
        sorted(version.exams().stream().map(e -> new Choice(e.uid(), label(e, titles))).toList()),
        sorted(
            achievements.all(organisation.id()).stream()
                .filter(a -> a.kind() == Achievement.Kind.OWN && a.isPublic())
                .map(a -> new Choice(a.sourceUid(), a.words(language).name()))
                .toList()));
  }

  private static String label(Exam exam, Map<String, String> titles) {
    var title = titles.getOrDefault(exam.uid(), "");
    return title.isEmpty() ? exam.label() : exam.number() + ": " + title;
  }

  private static List<Choice> sorted(Collection<Choice> all) {
    return all.stream()
        .sorted(java.util.Comparator.comparing(c -> c.label().toLowerCase(Locale.ROOT)))
        .toList();
  }
}
