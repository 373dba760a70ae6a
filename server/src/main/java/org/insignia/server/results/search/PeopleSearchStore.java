package org.insignia.server.results.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.results.CandidateId;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.search.PeopleSearch.Name;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PeopleSearchStore {
  private static final String COLUMNS =
      "id, dossier_id, provider, number, given_name, family_name, coalesce(email, '') as address";

  /** As the indexes have them. */
  private static final String FAMILY = "(lower(family_name collate \"und-x-icu\") collate \"C\")";

  private static final String GIVEN = "(lower(given_name collate \"und-x-icu\") collate \"C\")";

  /** Behind everything that begins with what stands before it. */
  private static final String END = Character.toString(0x10ffff);

  private final JdbcClient db;

  PeopleSearchStore(JdbcClient db) {
    this.db = db;
  }

  private static FoundPerson row(ResultSet row, int number) throws SQLException {
    return new FoundPerson(
        new CandidateId(row.getObject("id", UUID.class)),
        new DossierId(row.getObject("dossier_id", UUID.class)),
        row.getString("provider"),
        row.getString("number"),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getString("address"));
  }

  List<FoundPerson> all(UUID organisation, @Nullable UUID after, int limit) {
    if (after == null) {
      return db.sql(
              "select %s from candidate where organisation_id = :organisation order by %s, id limit :limit"
                  .formatted(COLUMNS, FAMILY))
          .param("organisation", organisation)
          .param("limit", limit)
          .query(PeopleSearchStore::row)
          .list();
    }
    return db.sql(
            """
            select %1$s from candidate
             where organisation_id = :organisation
               and (%2$s, id) > (
                   select %2$s, id from candidate where organisation_id = :organisation and id = :after)
             order by %2$s, id limit :limit
            """
                .formatted(COLUMNS, FAMILY))
        .param("organisation", organisation)
        .param("after", after)
        .param("limit", limit)
        .query(PeopleSearchStore::row)
        .list();
  }

  List<FoundPerson> byAddress(UUID organisation, String key, int limit) {
    return db.sql(
            """
            select %s from candidate
             where email_key = :key and organisation_id = :organisation
             order by id limit :limit
            """
                .formatted(COLUMNS))
        .param("key", key)
        .param("organisation", organisation)
        .param("limit", limit)
        .query(PeopleSearchStore::row)
        .list();
  }

  List<FoundPerson> byNumber(UUID organisation, String number, int limit) {
    return db.sql(
            """
            select %1$s from candidate where organisation_id = :organisation and number = :number
            union
            select %1$s from candidate where organisation_id = :organisation and issuer_number = :number and issuer_number <> ''
            order by id limit :limit
            """
                .formatted(COLUMNS))
        .param("organisation", organisation)
        .param("number", number)
        .param("limit", limit)
        .query(PeopleSearchStore::row)
        .list();
  }

  /** Walks along the name that is said; where both are, along the family's. */
  List<FoundPerson> byName(UUID organisation, Name name, int limit) {
    boolean byFamily = !name.family().isEmpty();
    return db.sql(
            """
            select %1$s from candidate
             where organisation_id = :organisation
               and %2$s >= :first and %2$s < :last
               and (:second = '' or starts_with(%3$s, :second))
             order by %2$s, id limit :limit
            """
                .formatted(COLUMNS, byFamily ? FAMILY : GIVEN, byFamily ? GIVEN : FAMILY))
        .param("organisation", organisation)
        .param("first", byFamily ? name.family() : name.given())
        .param("last", (byFamily ? name.family() : name.given()) + END)
        .param("second", byFamily ? name.given() : "")
        .param("limit", limit)
        .query(PeopleSearchStore::row)
        .list();
  }

  List<UUID> dossiers(UUID organisation, UUID dossier) {
    return db.sql(
            """
            select id from dossier where id = :id and organisation_id = :organisation
            union
            select id from dossier where merged_into = :id and organisation_id = :organisation
            """)
        .param("id", dossier)
        .param("organisation", organisation)
        .query(UUID.class)
        .list();
  }

  Optional<UUID> standing(UUID organisation, UUID dossier) {
    return db.sql(
            "select coalesce(merged_into, id) from dossier where id = :id and organisation_id = :organisation")
        .param("id", dossier)
        .param("organisation", organisation)
        .query(UUID.class)
        .optional();
  }

  List<PastMerge> merges(Collection<UUID> dossiers) {
    return db.sql(
            """
            select merged_at, undone_at from dossier_merge
             where kept = any(:dossiers) or absorbed = any(:dossiers)
             order by merged_at limit 100
            """)
        .param("dossiers", dossiers.toArray(UUID[]::new))
        .query((row, n) -> {
          var undone = row.getObject("undone_at", OffsetDateTime.class);
          return new PastMerge(
              row.getObject("merged_at", OffsetDateTime.class).toInstant(),
              undone == null ? null : undone.toInstant());
        })
        .list();
  }
}
