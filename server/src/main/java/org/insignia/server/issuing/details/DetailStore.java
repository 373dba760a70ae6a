package org.insignia.server.issuing.details;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Details by the id of their credential; those that say nothing have no row. */
@Repository
public class DetailStore {
  private final JdbcClient db;

  DetailStore(JdbcClient db) {
    this.db = db;
  }

  /** Those of these credentials that have any. */
  public Map<UUID, Details> find(List<UUID> credentials) {
    Map<UUID, Details> found = new HashMap<>();
    db.sql(
            """
            select credential_id, quiet, evidence_url, evidence_text, result
              from credential_details where credential_id = any (:ids::text[]::uuid[])
            """)
        .param("ids", credentials.stream().map(UUID::toString).toArray(String[]::new))
        .query(row -> {
          found.put(
              row.getObject("credential_id", UUID.class),
              new Details(
                  row.getBoolean("quiet"),
                  row.getString("evidence_url"),
                  row.getString("evidence_text"),
                  row.getString("result")));
        });
    return found;
  }

  /** Writes those that say something. */
  public void insert(Map<UUID, Details> details) {
    List<Map.Entry<UUID, Details>> rows =
        details.entrySet().stream().filter(e -> !e.getValue().equals(Details.NONE)).toList();
    if (rows.isEmpty()) {
      return;
    }
    db.sql(
            """
            insert into credential_details (credential_id, quiet, evidence_url, evidence_text, result)
            select d.id::uuid, d.quiet::boolean, d.url, d.evidence, d.result
              from unnest(:ids::text[], :quiet::text[], :urls::text[], :texts::text[], :results::text[])
                as d (id, quiet, url, evidence, result)
            """)
        .param("ids", column(rows, 0))
        .param("quiet", column(rows, 1))
        .param("urls", column(rows, 2))
        .param("texts", column(rows, 3))
        .param("results", column(rows, 4))
        .update();
  }

  private static @Nullable String[] column(List<Map.Entry<UUID, Details>> rows, int which) {
    return rows.stream()
        .map(row ->
            switch (which) {
              case 0 -> row.getKey().toString();
              case 1 -> Boolean.toString(row.getValue().quiet());
              case 2 -> row.getValue().evidenceUrl();
              case 3 -> row.getValue().evidenceText();
              default -> row.getValue().result();
            })
        .toArray(String[]::new);
  }

  /** Writes these in place of what is said so far. */
  public void put(UUID credential, Details said) {
    db.sql("delete from credential_details where credential_id = :id")
        .param("id", credential)
        .update();
    insert(Map.of(credential, said));
  }

  /** A corrected copy says the same. */
  public void copy(UUID from, UUID to) {
    db.sql(
            """
            insert into credential_details (credential_id, quiet, evidence_url, evidence_text, result)
            select :to, false, evidence_url, evidence_text, result
              from credential_details where credential_id = :from
            """)
        .param("to", to)
        .param("from", from)
        .update();
  }
}
