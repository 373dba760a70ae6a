package org.insignia.server.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.State;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of claims. */
@Repository
final class ClaimStore {
  private static final String COLUMNS =
      "credential_id, organisation_id, recipient, state, owner_id, visibility, offered_at, decided_at";
  private final JdbcClient db;

  ClaimStore(JdbcClient db) {
    this.db = db;
  }

  /** Opens claims that wait; one that exists is left as it is. */
  void insertPending(List<Credential> credentials, Instant now) {
    db.sql(
            """
            insert into claim (credential_id, organisation_id, recipient, recipient_key, offered_at)
            select id, organisation, recipient, key, :now
              from unnest(cast(:ids as uuid[]), cast(:organisations as uuid[]), cast(:recipients as text[]), cast(:keys as text[]))
                as t(id, organisation, recipient, key)
            on conflict (credential_id) do nothing
            """)
        .param("ids", column(credentials, c -> c.id().value().toString()))
        .param("organisations", column(credentials, c -> c.organisation().value().toString()))
        .param("recipients", column(credentials, c -> c.recipient().value()))
        .param("keys", column(credentials, c -> c.recipient().key()))
        .param("now", Timestamp.from(now))
        .update();
  }

  /**
   * Opens the claim of a credential that stands in for another, as far decided as that one; false
   * if that one has none.
   */
  boolean inherit(
      CredentialId replaced, CredentialId credential, EmailAddress recipient, Instant now) {
    return db.sql(
                """
                insert into claim (credential_id, organisation_id, recipient, recipient_key, state, owner_id, visibility, offered_at, decided_at)
                select :id, organisation_id, :recipient, :key, state, owner_id, visibility, :now, decided_at
                  from claim
                 where credential_id = :replaced
                on conflict (credential_id) do nothing
                """)
            .param("id", credential.value())
            .param("recipient", recipient.value())
            .param("key", recipient.key())
            .param("replaced", replaced.value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  private static String[] column(List<Credential> of, Function<Credential, String> value) {
    return of.stream().map(value).toArray(String[]::new);
  }

  Optional<Claim> find(CredentialId credential) {
    return db.sql("select " + COLUMNS + " from claim where credential_id = :id")
        .param("id", credential.value())
        .query(ClaimStore::claim)
        .optional();
  }

  List<Claim> find(Collection<CredentialId> credentials) {
    return db.sql(
            "select " + COLUMNS + " from claim where credential_id = any(cast(:ids as uuid[]))")
        .param("ids", credentials.stream().map(c -> c.value().toString()).toArray(String[]::new))
        .query(ClaimStore::claim)
        .list();
  }

  /** Claims in this state that were offered to one of these mailboxes, latest first. */
  List<Claim> offered(Collection<EmailAddress> to, State state) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                  from claim
                 where recipient_key = any(cast(:keys as text[])) and state = :state and state <> 'ACCEPTED'
                 order by offered_at desc, credential_id
                """)
        .param("keys", keys(to))
        .param("state", state.name())
        .query(ClaimStore::claim)
        .list();
  }

  /** What an organisation offered, latest first, one more than asked for if there are more. */
  List<Claim> offeredBy(OrganisationId organisation, Offers which) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                  from claim
                 where organisation_id = :organisation
                   and (cast(:key as text) is null or recipient_key = :key)
                   and (cast(:state as text) is null or state = :state)
                 order by offered_at desc, credential_id
                offset :skip limit :limit
                """)
        .param("organisation", organisation.value())
        .param("key", which.to() == null ? null : which.to().key())
        .param("state", which.state() == null ? null : which.state().name())
        .param("skip", which.page() * Offers.ON_A_PAGE)
        .param("limit", Offers.ON_A_PAGE + 1)
        .query(ClaimStore::claim)
        .list();
  }

  List<CredentialId> rejected(
      OrganisationId organisation, @Nullable CredentialId before, int limit) {
    return db.sql(
            """
            select credential_id from claim
             where organisation_id = :organisation and state = 'REJECTED'
               and (cast(:before as uuid) is null or credential_id < cast(:before as uuid))
             order by credential_id desc limit :limit
            """)
        .param("organisation", organisation.value())
        .param("before", before == null ? null : before.value())
        .param("limit", limit)
        .query((row, number) -> new CredentialId(row.getObject("credential_id", UUID.class)))
        .list();
  }

  /** Looks at so many of the latest offers, whatever became of them. */
  List<EmailAddress> latestUndecided(OrganisationId organisation, int offers) {
    return db.sql(
            """
            select distinct recipient_key
              from (select recipient_key, state from claim
                     where organisation_id = :organisation
                     order by offered_at desc, credential_id limit :offers) latest
             where state = 'PENDING'
            """)
        .param("organisation", organisation.value())
        .param("offers", offers)
        .query((row, number) -> EmailAddress.of(row.getString("recipient_key")))
        .list();
  }

  /** What a person accepted, latest first. */
  List<Claim> held(PersonId owner) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                  from claim
                 where owner_id = :owner and state = 'ACCEPTED'
                 order by decided_at desc, credential_id desc
                """)
        .param("owner", owner.value())
        .query(ClaimStore::claim)
        .list();
  }

  /** Accepts a claim that waits for one of these mailboxes; false if there is none (any more). */
  boolean accept(
      CredentialId id,
      PersonId owner,
      Collection<EmailAddress> of,
      Visibility visibility,
      Instant now) {
    return db.sql(
                """
                update claim
                   set state = 'ACCEPTED', owner_id = :owner, visibility = :visibility, decided_at = :now
                 where credential_id = :id and state = 'PENDING' and recipient_key = any(cast(:keys as text[]))
                """)
            .param("id", id.value())
            .param("owner", owner.value())
            .param("visibility", visibility.name())
            .param("now", Timestamp.from(now))
            .param("keys", keys(of))
            .update()
        == 1;
  }

  /** Moves a claim from one state to another, neither of them accepted. */
  boolean move(CredentialId id, State from, State to, Instant now) {
    return db.sql(
                """
                update claim
                   set state = :to, decided_at = case when :to = 'PENDING' then null else cast(:now as timestamptz) end
                 where credential_id = :id and state = :from and state <> 'ACCEPTED'
                """)
            .param("id", id.value())
            .param("from", from.name())
            .param("to", to.name())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean setVisibility(CredentialId id, PersonId owner, Visibility visibility) {
    return db.sql(
                """
                update claim
                   set visibility = :visibility
                 where credential_id = :id and owner_id = :owner and state = 'ACCEPTED'
                """)
            .param("id", id.value())
            .param("owner", owner.value())
            .param("visibility", visibility.name())
            .update()
        == 1;
  }

  private static String[] keys(Collection<EmailAddress> mailboxes) {
    return mailboxes.stream().map(EmailAddress::key).toArray(String[]::new);
  }

  private static Claim claim(ResultSet row, int number) throws SQLException {
    var owner = row.getObject("owner_id", UUID.class);
    var decided = row.getTimestamp("decided_at");
    return new Claim(
        new CredentialId(row.getObject("credential_id", UUID.class)),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        EmailAddress.of(row.getString("recipient")),
        State.valueOf(row.getString("state")),
        owner == null ? null : new PersonId(owner),
        Visibility.valueOf(row.getString("visibility")),
        row.getTimestamp("offered_at").toInstant(),
        decided == null ? null : decided.toInstant());
  }
}
