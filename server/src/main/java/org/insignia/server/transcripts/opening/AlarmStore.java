package org.insignia.server.transcripts.opening;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which subjects of tries are due to be looked at. */
@Repository
final class AlarmStore {
  private final JdbcClient db;

  AlarmStore(JdbcClient db) {
    this.db = db;
  }

  void mark(String subject, int many) {
    db.sql(
            """
            insert into transcript_alarm (subject)
            select subject from transcript_try where subject = :subject and in_a_row >= :many
            on conflict do nothing
            """)
        .param("subject", subject)
        .param("many", many)
        .update();
  }

  List<String> take(int limit) {
    return db.sql(
            """
            delete from transcript_alarm where subject = any(array(
              select subject from transcript_alarm limit :limit for update skip locked))
            returning subject
            """)
        .param("limit", limit)
        .query(String.class)
        .list();
  }
}
