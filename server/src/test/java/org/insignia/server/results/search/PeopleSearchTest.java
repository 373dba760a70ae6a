package org.insignia.server.results.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class PeopleSearchTest {
  @Autowired Organisations organisations;
  @Autowired CatalogImports catalogue;
  @Autowired Intake intake;
  @Autowired PeopleSearch people;
  @Autowired JdbcClient db;
  private OrganisationId organisation;

  @BeforeEach
  void people_of_many_names() {
    organisation = organisations.create("test", "p" + UUID.randomUUID(), "P", null, null).id();
    catalogue.importFiles(organisation, Rows.catalogue());
    var rows =
        person(
            person(
                person(
                    person(
                        person(new Rows(), 1, "Ana", "Silva"), 2, "Ana María", "de la Cruz Íñigo"),
                    3,
                    "小明",
                    "王"),
                4,
                "Zoë",
                "Ångström"),
            5,
            "50%_off",
            "O'Neil");
    intake.accept(organisation, "certiport", "results.csv", rows.stream());
    Until.holds(
        () -> intake.list(organisation, 1, 0).getFirst().state() == IntakeReport.State.DONE);
  }

  private static Rows person(Rows rows, int number, String given, String family) {
    return rows.add(
        "candidate_id",
        "N" + number,
        "first_name",
        given,
        "last_name",
        family,
        "email",
        "p" + number + "@example.org");
  }

  private java.util.List<String> found(String text) {
    return people.find(organisation, text, 10).stream().map(FoundPerson::number).sorted().toList();
  }

  @Test
  void names_are_found_by_their_beginnings_in_either_order_and_any_case() {
    assertThat(found("silva")).containsExactly("N1");
    assertThat(found("Ana")).containsExactly("N1", "N2");
    assertThat(found("ana s")).containsExactly("N1");
    assertThat(found("de la Cruz")).containsExactly("N2");
    assertThat(found("Ana María de la Cruz")).containsExactly("N2");
    assertThat(found("de la cruz íñigo")).containsExactly("N2");
    assertThat(found("王小明")).containsExactly("N3");
    assertThat(found("小明")).containsExactly("N3");
    assertThat(found("ÅNG")).containsExactly("N4");
    assertThat(found("lva")).as("the middle of a name").isEmpty();
  }

  @Test
  void addresses_and_numbers_are_found_whole_and_signs_of_patterns_mean_nothing() {
    assertThat(found("P4@Example.org")).containsExactly("N4");
    assertThat(found("p4@example")).isEmpty();
    assertThat(found("N5")).containsExactly("N5");
    assertThat(found("%")).isEmpty();
    assertThat(found("_")).isEmpty();
    assertThat(found("50%")).containsExactly("N5");
    assertThat(found("o'n")).containsExactly("N5");
    assertThat(found("x".repeat(500))).isEmpty();
  }

  @Test
  void everybody_comes_once_page_after_page() {
    var first = people.all(organisation, Optional.empty(), 3);
    var rest = people.all(organisation, Optional.of(first.getLast().id().value()), 3);
    assertThat(first).hasSize(3);
    assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(first);
    assertThat(people.all(organisation, Optional.of(rest.getLast().id().value()), 3)).isEmpty();
    assertThat(people.all(organisation, Optional.of(UUID.randomUUID()), 3)).isEmpty();
  }

  @Test
  void nobody_of_another_organisation_is_found() {
    var other = organisations.create("test", "p" + UUID.randomUUID(), "Q", null, null).id();
    assertThat(people.find(other, "silva", 10)).isEmpty();
    assertThat(people.find(other, "p1@example.org", 10)).isEmpty();
    var dossier = people.find(organisation, "silva", 10).getFirst().dossier();
    assertThat(people.standing(organisation, dossier)).contains(dossier);
    assertThat(people.standing(other, dossier)).isEmpty();
    assertThat(people.dossiers(other, dossier)).isEmpty();
  }
}
