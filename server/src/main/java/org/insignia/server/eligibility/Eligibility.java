package org.insignia.server.eligibility;

import java.util.List;
import java.util.Optional;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.DossierResults;
import org.insignia.server.results.Results;
import org.insignia.server.results.TakenExam;
import org.springframework.stereotype.Component;

/** Answers why somebody has a badge, or has not. */
@Component
public final class Eligibility {
  private final Catalog catalog;
  private final Achievements achievements;
  private final Results results;

  Eligibility(Catalog catalog, Achievements achievements, Results results) {
    this.catalog = catalog;
    this.achievements = achievements;
    this.results = results;
  }

  /** By the present catalogue and results. */
  public Explanation explain(DossierId dossier, AchievementId achievement) {
    Achievement known = achievements.get(achievement);
    return explain(dossier, known.organisation(), known.sourceUid());
  }

  /**
   * As {@link #explain(DossierId, AchievementId)}, also for exams and certifications that give no
   * badge.
   *
   * @throws Problem.NotFound if the organisation has no such dossier
   */
  public Explanation explain(DossierId dossier, OrganisationId organisation, String uid) {
    CatalogVersion version = catalog.current(organisation);
    return Decision.of(version, TakenExams.plain(person(dossier, organisation).exams()))
        .explain(uid);
  }

  /**
   * As {@link #explain(DossierId, AchievementId)}, for somebody with these results: also for who
   * has none, or whose records are not (yet) taken as one person.
   */
  public Explanation explain(OrganisationId organisation, String uid, List<TakenExam> exams) {
    return Decision.of(catalog.current(organisation), TakenExams.plain(exams)).explain(uid);
  }

  /**
   * Certifications that give this person no badge (yet), though they sat an exam that it names:
   * what holds of each, what is missing and why; by uid.
   *
   * @param exams all results of the person in that organisation
   */
  public List<Explanation> begun(OrganisationId organisation, List<TakenExam> exams) {
    return Decision.of(catalog.current(organisation), TakenExams.plain(exams)).begun();
  }

  private DossierResults person(DossierId dossier, OrganisationId organisation) {
    Optional<DossierResults> found =
        results.of(List.of(dossier)).stream()
            .filter(person -> person.organisation().equals(organisation))
            .findFirst();
    return found.orElseThrow(() -> new Problem.NotFound("dossier " + dossier));
  }
}
