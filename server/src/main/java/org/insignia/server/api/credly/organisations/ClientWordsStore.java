package org.insignia.server.api.credly.organisations;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What programs said of the OAuth clients that they made. */
@Repository
class ClientWordsStore {
  static final int LONGEST = 1000;

  private final JdbcClient db;

  ClientWordsStore(JdbcClient db) {
    this.db = db;
  }

  /**
   * What was said last.
   *
   * @param text empty where nothing was said
   * @param changedAt null where nothing ever was
   */
  record Words(String text, @Nullable Instant changedAt) {}

  Words find(UUID client) {
    return db.sql("select text, changed_at from credly_client_words where client_id = :client")
        .param("client", client)
        .query((row, _) ->
            new Words(row.getString("text"), row.getTimestamp("changed_at").toInstant()))
        .optional()
        .orElse(new Words("", null));
  }

  void put(UUID client, String text, Instant now) {
    db.sql(
            """
            insert into credly_client_words (client_id, text, changed_at) values (:client, :text, :now)
            on conflict (client_id) do update set text = excluded.text, changed_at = excluded.changed_at
            """)
        .param("client", client)
        .param("text", text)
        .param("now", Timestamp.from(now))
        .update();
  }
}
