package org.insignia.server.issuing.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IssuedDayStore {
  private final JdbcClient db;

  IssuedDayStore(JdbcClient db) {
    this.db = db;
  }

  Optional<LocalDate> first() {
    return db.sql("select id from credential order by id limit 1")
        .query(UUID.class)
        .optional()
        .map(id -> Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
        .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /** The least id that was made on a day. */
  static UUID begin(LocalDate day) {
    return new UUID(day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli() << 16, 0);
  }

  Map<Subject, Long> on(LocalDate day) {
    var counts = new HashMap<Subject, Long>();
    db.sql(
            """
            select organisation_id, achievement_id, count(*) as count from credential
             where id >= :from and id < :until
             group by organisation_id, achievement_id
            """)
        .param("from", begin(day))
        .param("until", begin(day.plusDays(1)))
        .query(row -> {
          counts.put(subject(row), row.getLong("count"));
        });
    return counts;
  }

  Map<CredentialId, Subject> subjects(Collection<CredentialId> ids) {
    var subjects = new HashMap<CredentialId, Subject>();
    db.sql("select id, organisation_id, achievement_id from credential where id = any(:ids)")
        .param("ids", ids.stream().map(CredentialId::value).toArray(UUID[]::new))
        .query(row -> {
          subjects.put(new CredentialId(row.getObject("id", UUID.class)), subject(row));
        });
    return subjects;
  }

  private static Subject subject(ResultSet row) throws SQLException {
    return new Subject(
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        new AchievementId(row.getObject("achievement_id", UUID.class)));
  }
}
