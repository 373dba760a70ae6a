package org.insignia.server.results.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.UUID;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeReport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
@DisplayName("security-and-reliability P9, P10")
class HostileArchivesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("insignia.shared", "../shared"), "data/hostile/archives");

  @Autowired Intake intake;
  @Autowired Organisations organisations;
  @Autowired JdbcClient db;

  /** None of them holds results: each is kept as what it is, told why, and no path is followed. */
  @Test
  void every_hostile_archive_is_taken_in_refused_and_written_nowhere() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), FOLDER + " is absent");
    var house = organisations.create("test", "z" + UUID.randomUUID(), "Archives", null, null).id();
    var wrong = new TreeSet<String>();
    try (var files = Files.list(FOLDER)) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString();
        try (var in = Files.newInputStream(file)) {
          var id = intake.accept(house, "pearson-vue", name, in, "test");
          Until.holds(() -> intake.report(house, id).state() != IntakeReport.State.WAITING);
          var report = intake.report(house, id);
          if (report.accepted() > 0) {
            wrong.add(name + " gave results");
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(
            db.sql(
                    """
                    select p.name from intake_part p join intake i on i.id = p.intake_id
                     where i.organisation_id = :house and (p.name ~ '[/\\\\]' or p.name in ('.', '..'))
                    """)
                .param("house", house.value())
                .query(String.class)
                .list())
        .as("names of files, not paths")
        .isEmpty();
    assertThat(
            db.sql(
                    """
                    select coalesce(sum(length(b.bytes)), 0) from intake_bytes b
                      join intake_part p on p.id = b.part_id join intake i on i.id = p.intake_id
                     where i.organisation_id = :house
                    """)
                .param("house", house.value())
                .query(Long.class)
                .single())
        .as("what is refused is not kept unpacked")
        .isLessThan(1_000_000);
  }
}
