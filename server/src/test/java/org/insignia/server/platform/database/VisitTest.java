package org.insignia.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.insignia.server.Fsck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine;

/** The command that checks a database without the server, and leaves it as it was. */
class VisitTest {
  @TempDir Path data;

  private record Run(int code, String said) {}

  private Run fsck(String... more) {
    var arguments = new java.util.ArrayList<>(java.util.List.of("--data", data.toString()));
    arguments.addAll(java.util.List.of(more));
    var said = new ByteArrayOutputStream();
    var out = System.out;
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      return new Run(
          new CommandLine(new Fsck()).execute(arguments.toArray(String[]::new)),
          said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
    }
  }

  @Test
  void a_folder_without_a_database_is_not_given_one() {
    assertThat(fsck().code()).isEqualTo(2);
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void a_database_is_checked_at_rest_and_at_work_and_left_as_it_was() throws Exception {
    var pid = data.resolve("database/postgres/postmaster.pid");
    try (var ours = EmbeddedDatabase.open(data.resolve("database"))) {
      var source = new DriverManagerDataSource(ours.url(), ours.user(), ours.password());
      assertThat(fsck().code()).as("no tables yet").isEqualTo(2);
      Migrations.run(source);

      var atWork = fsck();
      assertThat(atWork.said()).contains("everything holds", "I13", "ok");
      assertThat(atWork.code()).isZero();
      try (var still = DriverManager.getConnection(ours.url(), ours.user(), ours.password())) {
        assertThat(still.isValid(5)).isTrue();
      }
      JdbcClient.create(source)
          .sql(
              """
              insert into audit_line (id, at, actor, action, subject, detail)
              values ('01987654-0000-7000-8000-000000000001', now() + interval '1 year', 'x', 'x', 'x', '')
              """)
          .update();
    }
    assertThat(pid).doesNotExist();

    var atRest = fsck("--json");
    assertThat(atRest.code()).isEqualTo(1);
    assertThat(atRest.said())
        .contains("{\"sound\":false")
        .contains("audit_line:01987654-0000-7000-8000-000000000001");
    assertThat(Files.exists(pid)).as("stopped again").isFalse();
  }
}
