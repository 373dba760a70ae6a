package org.insignia.server.support.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.support.requests.Request.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of messages in threads. */
@Repository
final class MessageStore {
  private static final String SELECT =
      "select id, request_id, by_staff, author_id, words, at from support_message";
  private final JdbcClient db;

  MessageStore(JdbcClient db) {
    this.db = db;
  }

  void insert(Message message) {
    var author = message.author();
    db.sql(
            """
            insert into support_message (id, request_id, by_staff, author_id, words, at)
            values (:id, :request, :staff, :author, :words, :at)
            """)
        .param("id", message.id())
        .param("request", message.request())
        .param("staff", message.byStaff())
        .param("author", author == null ? null : author.value(), Types.OTHER)
        .param("words", message.words())
        .param("at", Timestamp.from(message.at()))
        .update();
  }

  Optional<Message> find(UUID id) {
    return db.sql(SELECT + " where id = :id").param("id", id).query(MessageStore::row).optional();
  }

  /** A thread from its beginning. */
  List<Message> of(UUID request) {
    return db.sql(SELECT + " where request_id = :request order by at, id")
        .param("request", request)
        .query(MessageStore::row)
        .list();
  }

  int count(UUID request) {
    return db.sql("select count(*) from support_message where request_id = :request")
        .param("request", request)
        .query(Integer.class)
        .single();
  }

  private static Message row(ResultSet row, int number) throws SQLException {
    var author = row.getObject("author_id", UUID.class);
    return new Message(
        row.getObject("id", UUID.class),
        row.getObject("request_id", UUID.class),
        row.getBoolean("by_staff"),
        author == null ? null : new PersonId(author),
        row.getString("words"),
        row.getTimestamp("at").toInstant());
  }
}
