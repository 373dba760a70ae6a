package org.insignia.server.platform.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import javax.sql.DataSource;
import org.insignia.server.platform.database.DatabaseConfiguration.Store;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The database of a server as a command reads it, whether the server runs or not: nothing is made,
 * migrated or stopped that was there before.
 */
public final class Visit implements AutoCloseable {
  private final DataSource database;
  private final @Nullable EmbeddedDatabase embedded;

  private Visit(DataSource database, @Nullable EmbeddedDatabase embedded) {
    this.database = database;
    this.embedded = embedded;
  }

  /**
   * Connects to the database that these settings name.
   *
   * @throws Problem.Conflict where there is none, or it was left by another version
   */
  public static Visit to(Settings settings) {
    var url = settings.databaseUrl();
    if (url != null && !url.isBlank()) {
      var store = Store.external(url);
      return new Visit(source(store.url(), store.user(), store.password()), null).ofThisVersion();
    }
    var folder = settings.dataFolder().resolve("database");
    if (!isThere(folder)) {
      throw new Problem.Conflict(
          "there is no database in " + folder + "; name the server's data folder with --data");
    }
    var embedded = EmbeddedDatabase.visit(folder);
    return new Visit(source(embedded.url(), embedded.user(), embedded.password()), embedded)
        .ofThisVersion();
  }

  private static boolean isThere(Path folder) {
    return Files.exists(folder.resolve("postgres").resolve("PG_VERSION"));
  }

  private static DataSource source(String url, String user, String password) {
    var source = new DriverManagerDataSource(url);
    var properties = new Properties();
    properties.setProperty("ApplicationName", "insignia-visit");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "600");
    if (!user.isEmpty()) {
      properties.setProperty("user", user);
      properties.setProperty("password", password);
    }
    source.setConnectionProperties(properties);
    return source;
  }

  /** A table that is not there would be told from a damaged one by nobody. */
  private Visit ofThisVersion() {
    if (!new SchemaState(JdbcClient.create(database))
        .is(SchemaState.ofFiles(Migrations.FEATURES))) {
      close();
      throw new Problem.Conflict(
          "the database was left by another version of Insignia; start this version's server once");
    }
    return this;
  }

  /** Gives the beans of a context what they need to read here. */
  public void lend(GenericApplicationContext context) {
    context.registerBean(DataSource.class, () -> database);
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
    context.registerBean(
        PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
    context.registerBean(Clock.class, Clock::systemUTC);
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
