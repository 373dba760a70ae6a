package org.insignia.server.support.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.ExamBadge;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.support.help.ExamsPage.Row;
import org.springframework.stereotype.Component;

/** Which exams give a badge, by the catalogue and the rules that decide. */
@Component
final class ExamLists {
  private final Catalog catalog;
  private final Achievements achievements;

  ExamLists(Catalog catalog, Achievements achievements) {
    this.catalog = catalog;
    this.achievements = achievements;
  }

  ExamsPage of(Organisation organisation, Shell shell) {
    var version = catalog.current(organisation.id());
    var uids =
        Stream.concat(
                version.exams().stream().map(Exam::uid),
                version.certifications().stream().map(Certification::uid))
            .toList();
    var titles = catalog.titles(organisation.id(), uids, shell.language());
    var pages =
        achievements.all(organisation.id()).stream()
            .filter(ExamLists::isGiven)
            .collect(
                Collectors.toMap(
                    Achievement::sourceUid,
                    a -> "/org/" + organisation.slug() + "/badge/" + a.slug(),
                    (one, _) -> one));
    var lists = new Lists(version, titles, pages, shell);
    version.exams().forEach(lists::add);
    version.certifications().forEach(lists::add);
    return new ExamsPage(
        organisation.slug(),
        organisation.name(),
        sorted(lists.certifications),
        sorted(lists.own),
        sorted(lists.instead),
        sorted(lists.none));
  }

  private static boolean isGiven(Achievement achievement) {
    return achievement.state() == Achievement.State.ACTIVE
        || achievement.state() == Achievement.State.RETIRED;
  }

  private static List<Row> sorted(List<Row> rows) {
    return rows.stream().sorted(Comparator.comparing(Row::title)).toList();
  }

  /** The four lists while they are filled. */
  private static final class Lists {
    private final List<Row> certifications = new ArrayList<>();
    private final List<Row> own = new ArrayList<>();
    private final List<Row> instead = new ArrayList<>();
    private final List<Row> none = new ArrayList<>();
    private final CatalogVersion version;
    private final Map<String, String> titles;
    private final Map<String, String> pages;
    private final Shell shell;

    Lists(
        CatalogVersion version,
        Map<String, String> titles,
        Map<String, String> pages,
        Shell shell) {
      this.version = version;
      this.titles = titles;
      this.pages = pages;
      this.shell = shell;
    }

    void add(Exam exam) {
      var path = path(exam.uid());
      var note =
          Optional.ofNullable(exam.retirement())
              .map(day -> shell.t("help.exams.until", shell.date(day)))
              .orElse("");
      var translated = titles.getOrDefault(exam.uid(), "");
      var title = translated.isEmpty() ? exam.label() : exam.number() + ": " + translated;
      switch (version.badge(exam)) {
        case ExamBadge.Given _ -> (path.isEmpty() ? none : own).add(new Row(path, title, note));
        case ExamBadge.CertificationInstead given ->
            instead.add(new Row("", title, named(given.certifications())));
        case ExamBadge.None why ->
            none.add(new Row("", title, shell.t("help.exams.none." + why.why().name())));
      }
    }

    void add(Certification certification) {
      var path = path(certification.uid());
      if (!path.isEmpty()) {
        var note =
            version
                .lastDay(certification)
                .map(day -> shell.t("help.exams.until", shell.date(day)))
                .orElse("");
        certifications.add(
            new Row(path, titles.getOrDefault(certification.uid(), certification.title()), note));
      }
    }

    private String path(String uid) {
      return Optional.ofNullable(pages.get(uid)).orElse("");
    }

    private String named(List<String> uids) {
      return uids.stream()
          .map(uid ->
              titles.getOrDefault(
                  uid, version.certification(uid).map(Certification::title).orElse(uid)))
          .collect(Collectors.joining("; "));
    }
  }
}
