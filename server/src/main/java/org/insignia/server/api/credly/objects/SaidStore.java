package org.insignia.server.api.credly.objects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.issuing.CredentialId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What programs said of badges, by badge. */
@Repository
public class SaidStore {
  private final JdbcClient db;
  private final JsonMapper json;

  SaidStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Keeps it for a badge that was just issued. */
  public void insert(CredentialId id, Said said) {
    db.sql(
            """
            insert into credly_badge
              (credential_id, first_name, middle_name, last_name, locale, country, region, evidence)
            values (:id, :first, :middle, :last, :locale, :country, :region, :evidence::jsonb)
            """)
        .param("id", id.value())
        .param("first", said.firstName())
        .param("middle", said.middleName())
        .param("last", said.lastName())
        .param("locale", said.locale())
        .param("country", said.country())
        .param("region", said.region())
        .param("evidence", json.writeValueAsString(said.evidence()))
        .update();
  }

  /** What was said of these; those of which nothing was said are left out. */
  public Map<CredentialId, Said> find(Collection<CredentialId> ids) {
    Map<CredentialId, Said> found = new HashMap<>();
    if (!ids.isEmpty()) {
      db.sql(
              """
              select credential_id, first_name, middle_name, last_name, locale, country, region, evidence
                from credly_badge where credential_id = any (:ids)
              """)
          .param("ids", ids.stream().map(CredentialId::value).toArray(UUID[]::new))
          .query(row -> {
            found.put(new CredentialId(row.getObject("credential_id", UUID.class)), said(row));
          });
    }
    return found;
  }

  private Said said(ResultSet row) throws SQLException {
    return new Said(
        row.getString("first_name"),
        row.getString("middle_name"),
        row.getString("last_name"),
        row.getString("locale"),
        row.getString("country"),
        row.getString("region"),
        StoredJson.maps(json, row.getString("evidence")));
  }

  /** Forgets it. */
  void delete(List<CredentialId> ids) {
    db.sql("delete from credly_badge where credential_id = any (:ids)")
        .param("ids", ids.stream().map(CredentialId::value).toArray(UUID[]::new))
        .update();
  }
}
