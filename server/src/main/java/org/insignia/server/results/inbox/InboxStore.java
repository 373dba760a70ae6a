package org.insignia.server.results.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.results.IntakeId;
import org.insignia.server.results.ProviderId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of files that were found in watched folders. */
@Repository
class InboxStore {
  private final JdbcClient db;

  InboxStore(JdbcClient db) {
    this.db = db;
  }

  /** Whose folder it is, and which file in it. */
  record Found(OrganisationId organisation, ProviderId provider, Lying file) {
    String key() {
      return organisation.value() + "/" + provider.value() + "/" + file.name();
    }
  }

  /** A file that was decided about and lies where it lay. */
  record Unmoved(UUID id, InboxFile.Outcome outcome) {}

  /** False if another node works on this very file; the lock ends with the transaction. */
  boolean lock(Found found) {
    return db.sql("select pg_try_advisory_xact_lock(hashtextextended('inbox:' || :key, 0))")
        .param("key", found.key())
        .query(Boolean.class)
        .single();
  }

  Optional<Unmoved> unmoved(Found found) {
    return db.sql(
            """
            select id, outcome
              from inbox_file
             where organisation_id = :organisation and provider = :provider and name = :name and size = :size
               and touched_at = :touched and kept_as is null
             order by taken_at desc limit 1
            """)
        .param("organisation", found.organisation().value())
        .param("provider", found.provider().value())
        .param("name", found.file().name())
        .param("size", found.file().size())
        .param("touched", time(found.file().touchedAt()))
        .query((row, number) ->
            new Unmoved(
                row.getObject("id", UUID.class),
                InboxFile.Outcome.valueOf(row.getString("outcome"))))
        .optional();
  }

  /**
   * A file of this provider with the same content, of which everything was taken or is still being
   * read; where rows were refused, the same content may be taken another time.
   */
  Optional<IntakeId> same(Found found, String sha256) {
    return db.sql(
            """
            select i.id
              from intake i
             where i.organisation_id = :organisation and i.sha256 = :sha256 and i.provider = :provider
               and i.problem is null
               and not exists (select 1 from intake_part p
                                where p.intake_id = i.id and (p.refused > 0 or p.state in ('REFUSED', 'SKIPPED')))
             order by i.received_at desc limit 1
            """)
        .param("organisation", found.organisation().value())
        .param("provider", found.provider().value())
        .param("sha256", sha256)
        .query((row, number) -> new IntakeId(row.getObject("id", UUID.class)))
        .optional();
  }

  UUID insert(Found found, InboxFile.Outcome outcome, IntakeId intake, Instant now) {
    var id = Ids.next();
    db.sql(
            """
            insert into inbox_file (id, organisation_id, provider, name, size, touched_at, outcome, intake_id, taken_at)
            values (:id, :organisation, :provider, :name, :size, :touched, :outcome, :intake, :now)
            """)
        .param("id", id)
        .param("organisation", found.organisation().value())
        .param("provider", found.provider().value())
        .param("name", found.file().name())
        .param("size", found.file().size())
        .param("touched", time(found.file().touchedAt()))
        .param("outcome", outcome.name())
        .param("intake", intake.value())
        .param("now", time(now))
        .update();
    return id;
  }

  void moved(UUID id, String keptAs) {
    db.sql("update inbox_file set kept_as = :kept where id = :id and kept_as is null")
        .param("id", id)
        .param("kept", keptAs)
        .update();
  }

  List<InboxFile> latest(OrganisationId organisation, ProviderId provider, int limit) {
    return db.sql(
            """
            select provider, name, size, outcome, intake_id, taken_at, kept_as
              from inbox_file
             where organisation_id = :organisation and provider = :provider
             order by taken_at desc, id desc limit :limit
            """)
        .param("organisation", organisation.value())
        .param("provider", provider.value())
        .param("limit", limit)
        .query(InboxStore::file)
        .list();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static InboxFile file(ResultSet row, int number) throws SQLException {
    return new InboxFile(
        new ProviderId(row.getString("provider")),
        row.getString("name"),
        row.getLong("size"),
        InboxFile.Outcome.valueOf(row.getString("outcome")),
        new IntakeId(row.getObject("intake_id", UUID.class)),
        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("kept_as")));
  }
}
