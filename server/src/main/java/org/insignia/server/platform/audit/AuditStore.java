package org.insignia.server.platform.audit;

import java.util.UUID;
import org.insignia.server.platform.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
final class AuditStore {
  private final JdbcClient db;

  AuditStore(JdbcClient db) {
    this.db = db;
  }

  void append(
      String actor, @Nullable UUID organisation, String action, String subject, String detail) {
    db.sql(
            """
            insert into audit_line (id, at, actor, organisation_id, action, subject, detail)
            values (:id, now(), :actor, :organisation, :action, :subject, :detail)
            """)
        .param("id", Ids.next())
        .param("actor", actor)
        .param("organisation", organisation)
        .param("action", action)
        .param("subject", subject)
        .param("detail", detail)
        .update();
  }
}
