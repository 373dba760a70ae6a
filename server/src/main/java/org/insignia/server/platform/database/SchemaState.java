package org.insignia.server.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which migrations the schema has seen, in one word: a start on a schema that has seen them all
 * need not read a dozen histories.
 */
final class SchemaState {
  private final JdbcClient db;

  SchemaState(JdbcClient db) {
    this.db = db;
  }

  /** The word for the migrations of these features, by names and contents. */
  static String ofFiles(List<String> features) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(String.join(" ", features).getBytes(StandardCharsets.UTF_8));
      var files =
          new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql");
      Arrays.sort(files, Comparator.comparing(SchemaState::name));
      for (var file : files) {
        digest.update(name(file).getBytes(StandardCharsets.UTF_8));
        try (var in = file.getInputStream()) {
          digest.update(in.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }

  /** Feature and file; where they lie does not matter. */
  private static String name(Resource file) {
    try {
      var path = Objects.requireNonNull(file.getURL()).getPath();
      return path.substring(path.lastIndexOf('/', path.lastIndexOf('/') - 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean is(String files) {
    boolean known =
        db.sql("select to_regclass('schema_state') is not null").query(Boolean.class).single();
    return known
        && db.sql("select files from schema_state")
            .query(String.class)
            .optional()
            .filter(files::equals)
            .isPresent();
  }

  void becomes(String files) {
    db.sql(
            """
            insert into schema_state (files, since) values (:files, now())
            on conflict (one) do update set files = excluded.files, since = excluded.since
            """)
        .param("files", files)
        .update();
  }
}
