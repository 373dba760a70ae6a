package org.insignia.server.accounts.notice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.SafetyChanged.What;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of notices. */
@Repository
final class NoticeStore {
  private final JdbcClient db;

  NoticeStore(JdbcClient db) {
    this.db = db;
  }

  void insert(Notice notice) {
    db.sql(
            """
            insert into safety_notice (id, name, language, value, kind, detail, at)
            values (:id, :name, :language, :value, :kind, :detail, :at)
            """)
        .param("id", notice.id())
        .param("name", notice.name())
        .param("language", notice.language().tag())
        .param("value", notice.to().value())
        .param("kind", notice.what().name())
        .param("detail", notice.detail())
        .param("at", Timestamp.from(notice.at()))
        .update();
  }

  void forgetBefore(Instant day) {
    db.sql("delete from safety_notice where at < :day").param("day", Timestamp.from(day)).update();
  }

  Optional<Notice> find(UUID id) {
    return db.sql(
            "select id, name, language, value, kind, detail, at from safety_notice where id = :id")
        .param("id", id)
        .query((row, number) ->
            new Notice(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Language.of(row.getString("language")),
                EmailAddress.of(row.getString("value")),
                What.valueOf(row.getString("kind")),
                row.getString("detail"),
                row.getTimestamp("at").toInstant()))
        .optional();
  }
}
