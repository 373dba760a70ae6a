package org.insignia.server.organisations.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InvitationStore {
  private static final String COLUMNS =
      "select id, organisation_id, address, role, invited_by, language, ends_at from member_invitation ";

  private final JdbcClient db;

  InvitationStore(JdbcClient db) {
    this.db = db;
  }

  /** Puts it in place of an earlier one of the same mailbox, which ends. */
  void put(Invitation invitation, Instant now) {
    db.sql(
            """
            insert into member_invitation
                   (id, organisation_id, address, address_key, role, invited_by, language, invited_at, ends_at)
            values (:id, :organisation, :address, :key, :role, :by, :language, :now, :end)
            on conflict (organisation_id, address_key) do update
               set id = excluded.id, address = excluded.address, role = excluded.role,
                   invited_by = excluded.invited_by, language = excluded.language,
                   invited_at = excluded.invited_at, ends_at = excluded.ends_at
            """)
        .param("id", invitation.id())
        .param("organisation", invitation.organisation().value())
        .param("address", invitation.address().value())
        .param("key", invitation.address().key())
        .param("role", invitation.role().name())
        .param("by", invitation.invitedBy() == null ? null : invitation.invitedBy().value())
        .param("language", invitation.language().tag())
        .param("now", Timestamp.from(now))
        .param("end", Timestamp.from(invitation.endsAt()))
        .update();
  }

  Optional<Invitation> find(UUID id, Instant now) {
    return db.sql(COLUMNS + "where id = :id and ends_at > :now")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .query(InvitationStore::row)
        .optional();
  }

  /** As {@link #find}, for nobody else at the same time. */
  Optional<Invitation> take(UUID id, Instant now) {
    return db.sql(COLUMNS + "where id = :id and ends_at > :now for update")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .query(InvitationStore::row)
        .optional();
  }

  List<Invitation> of(OrganisationId organisation, Instant now) {
    return db.sql(
            COLUMNS
                + "where organisation_id = :organisation and ends_at > :now order by invited_at desc, id")
        .param("organisation", organisation.value())
        .param("now", Timestamp.from(now))
        .query(InvitationStore::row)
        .list();
  }

  List<Invitation> to(Collection<EmailAddress> mailboxes, Instant now) {
    return db.sql(COLUMNS + "where address_key = any(:keys) and ends_at > :now order by id")
        .param("keys", keys(mailboxes))
        .param("now", Timestamp.from(now))
        .query(InvitationStore::row)
        .list();
  }

  void remove(UUID id) {
    db.sql("delete from member_invitation where id = :id").param("id", id).update();
  }

  void removeTo(Collection<EmailAddress> mailboxes) {
    db.sql("delete from member_invitation where address_key = any(:keys)")
        .param("keys", keys(mailboxes))
        .update();
  }

  int removeEnded(Instant now, int limit) {
    return db.sql(
            """
            delete from member_invitation
             where id = any(array(select id from member_invitation where ends_at < :now limit :limit))
            """)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .update();
  }

  private static String[] keys(Collection<EmailAddress> mailboxes) {
    return mailboxes.stream().map(EmailAddress::key).toArray(String[]::new);
  }

  private static Invitation row(ResultSet row, int number) throws SQLException {
    var by = row.getObject("invited_by", UUID.class);
    return new Invitation(
        row.getObject("id", UUID.class),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        EmailAddress.of(row.getString("address")),
        Role.valueOf(row.getString("role")),
        by == null ? null : new PersonId(by),
        Language.of(row.getString("language")),
        row.getTimestamp("ends_at").toInstant());
  }
}
