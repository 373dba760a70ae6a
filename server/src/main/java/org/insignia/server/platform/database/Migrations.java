package org.insignia.server.platform.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the schema up to date, feature by feature in the order of their levels: each feature has
 * its own folder of migrations and its own history, so that none edits another's tables.
 */
final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  /** The features that own tables, lowest level first: a foreign key may only point to the left. */
  static final List<String> FEATURES =
      List.of(
          "platform",
          "accounts",
          "organisations",
          "keys",
          "catalog",
          "results",
          "eligibility",
          "issuing",
          "claims",
          "certificates",
          "transcripts",
          "sharing",
          "insights",
          "support",
          "api");

  private Migrations() {}

  /** Asks no feature's history where the schema is known to be that of these very files. */
  static void run(DataSource database) {
    var files = SchemaState.ofFiles(FEATURES);
    var state = new SchemaState(JdbcClient.create(database));
    if (state.is(files)) {
      LOG.info("schema is up to date");
      return;
    }
    int applied = 0;
    for (var feature : FEATURES) {
      if (Migrations.class.getResource("/db/migration/" + feature) == null) {
        continue;
      }
      applied +=
          Flyway.configure()
              .dataSource(database)
              .locations("classpath:db/migration/" + feature)
              .table("migrations_of_" + feature)
              .baselineOnMigrate(true)
              .baselineVersion("0")
              .loggers("slf4j")
              .load()
              .migrate()
              .migrationsExecuted;
    }
    state.becomes(files);
    LOG.info("schema is up to date, {} migrations applied", applied);
  }
}
