package org.insignia.server.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.handmade.Foresight;
import org.insignia.server.catalog.model.Certification.Basis;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.catalog.model.Rules;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.results.Intake;
import org.insignia.server.results.Results;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What another catalogue or other rules would do, without doing it. */
@ServerTest
class DryRunModuleTest {
  @Autowired Organisations organisations;
  @Autowired CatalogImports imports;
  @Autowired Catalog catalog;
  @Autowired Achievements achievements;
  @Autowired Intake intake;
  @Autowired Results results;
  @Autowired Awards awards;
  @Autowired Foresight foresight;
  private OrganisationId organisation;

  @BeforeEach
  void somebody_passed_one_exam() {
    organisation =
        organisations.create("test", "e" + UUID.randomUUID(), "Northwind", null, null).id();
    imports.importFiles(organisation, Rows.catalogue());
    intake.accept(organisation, "certiport", "results.csv", new Rows().add().stream());
    Until.holds(() -> given("exam.mo-100"));
  }

  private boolean given(String uid) {
    var known = results.candidates(organisation, EmailAddress.of("ana@example.org"));
    var achievement = achievements.of(organisation, uid).orElseThrow().id();
    return !known.isEmpty() && awards.of(known.getFirst().dossier(), achievement).isPresent();
  }

  @Test
  void what_would_no_longer_be_given_is_kept() {
    var none =
        new Rules(
            Rules.ExamBadges.NONE,
            Rules.SingleExam.CERTIFICATION_ONLY,
            Rules.LateResults.DO_NOT_COUNT,
            Map.of(),
            Map.of(),
            Rules.DEFAULT.renewalWindow());
    var effect = foresight.of(organisation, catalog.current(organisation).under(none));
    assertThat(effect.people()).isEqualTo(1);
    assertThat(effect.whole()).isTrue();
    assertThat(effect.given()).isEmpty();
    assertThat(effect.kept()).isEqualTo(Map.of("exam.mo-100", 1));
    assertThat(catalog.current(organisation).rules()).isEqualTo(Rules.DEFAULT);
  }

  @Test
  void an_easier_requirement_gives_badges_at_once() {
    var version = catalog.current(organisation);
    var easier =
        version
            .certification("certification.mos-associate")
            .orElseThrow()
            .requiring(new Requirement.ExamPassed("exam.mo-100"), Basis.STATED);
    var effect = foresight.of(organisation, version.with(easier));
    assertThat(effect.given()).isEqualTo(Map.of("certification.mos-associate", 1));
    assertThat(given("certification.mos-associate")).as("nothing was done").isFalse();
  }
}
