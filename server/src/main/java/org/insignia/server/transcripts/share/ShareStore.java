package org.insignia.server.transcripts.share;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of shares. */
@Repository
final class ShareStore {
  private static final String SELECT =
      """
      select id, person_id, transcript_id, code_hash, name, language, with_address, programs, items, made_at,
             expires_at, revoked_at
        from transcript_share
      """;
  private final JdbcClient db;

  ShareStore(JdbcClient db) {
    this.db = db;
  }

  /** Adds one; false where the person has that many already. The person's row is locked for it. */
  boolean insert(Share share, String codeHash, int most) {
    db.sql("select id from person where id = :person for update")
        .param("person", share.person().value())
        .query(UUID.class)
        .optional();
    return db.sql(
                """
                insert into transcript_share (id, person_id, transcript_id, counted_under, code_hash, name, language,
                    with_address, programs, items, made_at, expires_at)
                select :id, :person, :transcript, :counted, :hash, :name, :language, :address, :programs,
                       cast(:items as text[]), :made, :expires
                 where (select count(*) from transcript_share where person_id = :person) < :most
                """)
            .param("id", share.id())
            .param("person", share.person().value())
            .param("transcript", share.transcript().value())
            .param("counted", share.transcript().countedUnder())
            .param("hash", codeHash)
            .param("name", share.name())
            .param("language", share.language().tag())
            .param("address", share.withAddress())
            .param("programs", share.programs().name())
            .param("items", array(share.items()), Types.ARRAY)
            .param("made", Timestamp.from(share.madeAt()))
            .param("expires", timestamp(share.expiresAt()), Types.TIMESTAMP)
            .param("most", most)
            .update()
        == 1;
  }

  List<Share> of(PersonId person) {
    return db.sql(SELECT + " where person_id = :person order by made_at desc, id desc")
        .param("person", person.value())
        .query(ShareStore::share)
        .list();
  }

  Optional<Share> find(UUID id) {
    return db.sql(SELECT + " where id = :id").param("id", id).query(ShareStore::share).optional();
  }

  Optional<LockedShare> find(TranscriptId transcript) {
    return db.sql(SELECT + " where transcript_id = :transcript")
        .param("transcript", transcript.value())
        .query((row, number) -> new LockedShare(share(row, number), row.getString("code_hash")))
        .optional();
  }

  Optional<Share> findCountedUnder(String subject) {
    return db.sql(SELECT + " where counted_under = :subject")
        .param("subject", subject)
        .query(ShareStore::share)
        .optional();
  }

  boolean changeCode(UUID id, String codeHash) {
    return db.sql(
                "update transcript_share set code_hash = :hash where id = :id and revoked_at is null")
            .param("id", id)
            .param("hash", codeHash)
            .update()
        == 1;
  }

  boolean revoke(UUID id, Instant now) {
    return db.sql(
                "update transcript_share set revoked_at = :now where id = :id and revoked_at is null")
            .param("id", id)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean delete(UUID id) {
    return db.sql("delete from transcript_share where id = :id").param("id", id).update() == 1;
  }

  /** Notes that its earner is told now; false where they were told since {@code before}. */
  boolean tell(UUID id, Instant before, Instant now) {
    return db.sql(
                """
                update transcript_share set told_at = :now
                 where id = :id and (told_at is null or told_at < :before)
                """)
            .param("id", id)
            .param("before", Timestamp.from(before))
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  long count(PersonId person) {
    return db.sql("select count(*) from transcript_share where person_id = :person")
        .param("person", person.value())
        .query(Long.class)
        .single();
  }

  private static Share share(ResultSet row, int number) throws SQLException {
    var items = row.getArray("items");
    return new Share(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person_id", UUID.class)),
        new TranscriptId(row.getString("transcript_id")),
        row.getString("name"),
        Language.of(row.getString("language")),
        row.getBoolean("with_address"),
        Share.Programs.valueOf(row.getString("programs")),
        items == null ? null : List.of((String[]) items.getArray()),
        row.getTimestamp("made_at").toInstant(),
        instant(row.getTimestamp("expires_at")),
        instant(row.getTimestamp("revoked_at")));
  }

  private static String @Nullable [] array(@Nullable List<String> items) {
    return items == null ? null : items.toArray(String[]::new);
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
