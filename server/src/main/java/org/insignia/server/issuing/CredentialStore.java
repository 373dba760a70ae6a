package org.insignia.server.issuing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.issuing.status.StatusPosition;
import org.insignia.server.keys.KeyId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.DossierId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CredentialStore {
  private static final String COLUMNS =
      """
      c.id, c.award_id, c.organisation_id, c.achievement_id, c.design_id, c.dossier_id, c.recipient,
      c.recipient_name, c.language, c.earned_at, c.valid_until, c.issued_at, c.key_id,
      c.status_list_id, c.status_index, c.replaces, c.state, c.state_reason,
      (select n.id from credential n where n.replaces = c.id) as replaced_by
      """;

  private final JdbcClient db;

  CredentialStore(JdbcClient db) {
    this.db = db;
  }

  private static Credential row(ResultSet row, int number) throws SQLException {
    return new Credential(
        new CredentialId(id(row, "id")),
        new AwardId(id(row, "award_id")),
        new OrganisationId(id(row, "organisation_id")),
        new AchievementId(id(row, "achievement_id")),
        new DesignId(id(row, "design_id")),
        new DossierId(id(row, "dossier_id")),
        EmailAddress.parse(row.getString("recipient")).orElseThrow(),
        row.getString("recipient_name"),
        Language.of(row.getString("language")),
        instant(row, "earned_at"),
        row.getObject("valid_until") == null ? null : instant(row, "valid_until"),
        instant(row, "issued_at"),
        new KeyId(id(row, "key_id")),
        new StatusPosition(id(row, "status_list_id"), row.getInt("status_index")),
        credentialId(row, "replaces"),
        credentialId(row, "replaced_by"),
        State.valueOf(row.getString("state")),
        row.getString("state_reason"));
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static @Nullable CredentialId credentialId(ResultSet row, String column)
      throws SQLException {
    UUID id = row.getObject(column, UUID.class);
    return id == null ? null : new CredentialId(id);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Stores intents: nothing is signed of what is not here. */
  void insert(List<Credential> intents) {
    db.sql(
            """
            with unsigned as (
              insert into credential_unsigned (credential_id) select unnest(cast(:ids as uuid[])))
            insert into credential (id, award_id, organisation_id, achievement_id, design_id, dossier_id,
                   recipient, recipient_name, language, earned_at, valid_until, issued_at,
                   key_id, status_list_id, status_index, replaces)
            select * from unnest(
                   cast(:ids as uuid[]), cast(:awards as uuid[]), cast(:organisations as uuid[]),
                   cast(:achievements as uuid[]), cast(:designs as uuid[]), cast(:dossiers as uuid[]),
                   cast(:recipients as text[]), cast(:names as text[]), cast(:languages as text[]),
                   cast(:earned as timestamptz[]), cast(:until as timestamptz[]),
                   cast(:issued as timestamptz[]), cast(:keys as uuid[]), cast(:lists as uuid[]),
                   cast(:indexes as int[]), cast(:replaces as uuid[]))
            """)
        .param("ids", texts(intents, c -> c.id().value()))
        .param("awards", texts(intents, c -> c.award().value()))
        .param("organisations", texts(intents, c -> c.organisation().value()))
        .param("achievements", texts(intents, c -> c.achievement().value()))
        .param("designs", texts(intents, c -> c.design().value()))
        .param("dossiers", texts(intents, c -> c.dossier().value()))
        .param("recipients", texts(intents, c -> c.recipient().value()))
        .param("names", texts(intents, Credential::recipientName))
        .param("languages", texts(intents, c -> c.language().tag()))
        .param("earned", texts(intents, Credential::earnedAt))
        .param("until", texts(intents, Credential::validUntil))
        .param("issued", texts(intents, Credential::issuedAt))
        .param("keys", texts(intents, c -> c.key().value()))
        .param("lists", texts(intents, c -> c.status().list()))
        .param("indexes", texts(intents, c -> c.status().index()))
        .param("replaces", texts(intents, c -> c.replaces() == null ? null : c.replaces().value()))
        .update();
  }

  /** A column of values in their text form, which PostgreSQL reads back by its type. */
  private static @Nullable String[] texts(
      List<Credential> credentials, Function<Credential, @Nullable Object> value) {
    var texts = new @Nullable String[credentials.size()];
    for (int i = 0; i < texts.length; i++) {
      Object one = value.apply(credentials.get(i));
      texts[i] = one == null ? null : one.toString();
    }
    return texts;
  }

  /** The valid credentials of these awards, locked until the transaction ends. */
  List<Credential> currentLocked(Collection<AwardId> awards) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                  from credential c
                 where c.award_id = any(cast(:awards as uuid[])) and c.state in ('ISSUED', 'SUSPENDED')
                 order by c.id
                   for update of c
                """)
        .param("awards", awards.stream().map(a -> a.value().toString()).toArray(String[]::new))
        .query(CredentialStore::row)
        .list();
  }

  /** How many of an achievement are in force; no more than so many are counted. */
  int countInForce(AchievementId achievement, int most) {
    return db.sql(
            """
            select count(*) from (
              select 1 from credential
               where achievement_id = :achievement and state in ('ISSUED', 'SUSPENDED')
               limit :most) c
            """)
        .param("achievement", achievement.value())
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  /** The latest of an achievement that are in force. */
  List<CredentialId> latestInForce(AchievementId achievement, int limit) {
    return db
        .sql(
            """
            select id from credential
             where achievement_id = :achievement and state = 'ISSUED'
             order by id desc
             limit :limit
            """)
        .param("achievement", achievement.value())
        .param("limit", limit)
        .query(UUID.class)
        .list()
        .stream()
        .map(CredentialId::new)
        .toList();
  }

  /** The credential if it is signed and stored; an intent is nothing to the outside. */
  Optional<Credential> signed(CredentialId id) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                  from credential c
                 where c.id = :id
                   and exists (select 1 from credential_document d where d.credential_id = c.id)
                """)
        .param("id", id.value())
        .query(CredentialStore::row)
        .optional();
  }

  Optional<Credential> locked(CredentialId id) {
    return db.sql("select " + COLUMNS + " from credential c where c.id = :id for update of c")
        .param("id", id.value())
        .query(CredentialStore::row)
        .optional();
  }

  List<Credential> signedTo(Collection<EmailAddress> recipients) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                  from credential c
                 where lower(c.recipient collate "C") = any(cast(:keys as text[]))
                   and exists (select 1 from credential_document d where d.credential_id = c.id)
                 order by c.earned_at desc, c.id
                """)
        .param("keys", recipients.stream().map(EmailAddress::key).toArray(String[]::new))
        .query(CredentialStore::row)
        .list();
  }

  List<Credential> signed(Collection<CredentialId> ids) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                  from credential c
                 where c.id = any(cast(:ids as uuid[]))
                   and exists (select 1 from credential_document d where d.credential_id = c.id)
                 order by c.id
                """)
        .param("ids", ids.stream().map(c -> c.value().toString()).toArray(String[]::new))
        .query(CredentialStore::row)
        .list();
  }

  /**
   * Those whose ids were made in this millisecond: by the order of UUIDv7 one stretch of the key.
   */
  List<Credential> signedAt(long millisecond) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                  from credential c
                 where c.id between :first and :last
                   and exists (select 1 from credential_document d where d.credential_id = c.id)
                 order by c.id
                """)
        .param("first", new UUID(millisecond << 16, 0))
        .param("last", new UUID(millisecond << 16 | 0xffff, -1))
        .query(CredentialStore::row)
        .list();
  }

  List<Credential> signedFor(Collection<AwardId> awards) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                  from credential c
                 where c.award_id = any(cast(:awards as uuid[])) and c.state in ('ISSUED', 'SUSPENDED')
                   and exists (select 1 from credential_document d where d.credential_id = c.id)
                 order by c.id
                """)
        .param("awards", awards.stream().map(a -> a.value().toString()).toArray(String[]::new))
        .query(CredentialStore::row)
        .list();
  }

  void setState(CredentialId id, State state, @Nullable String reason) {
    db.sql(
            """
            update credential
               set state = :state, state_reason = :reason,
                   state_at = case when :state = 'ISSUED' then null else now() end
             where id = :id
            """)
        .param("state", state.name())
        .param("reason", reason)
        .param("id", id.value())
        .update();
  }

  /** After a merge the award is in another dossier; what the credential says stays the same. */
  void setDossier(CredentialId id, DossierId dossier) {
    db.sql("update credential set dossier_id = :dossier where id = :id")
        .param("dossier", dossier.value())
        .param("id", id.value())
        .update();
  }

  /**
   * Intents that wait for their signature, oldest first; taken unless the caller rolls back. What
   * is taken is chosen before anything is deleted: as a join, the choice would be made anew for
   * every row where the planner takes the table for empty.
   */
  List<Credential> takeUnsigned(int limit) {
    lookThingsUp();
    List<UUID> taken =
        db.sql(
                """
                delete from credential_unsigned
                 where credential_id = any(array(
                       select credential_id from credential_unsigned
                        where due_at <= now() order by credential_id
                        limit :limit for update skip locked))
                returning credential_id
                """)
            .param("limit", limit)
            .query(UUID.class)
            .list();
    if (taken.isEmpty()) {
      return List.of();
    }
    return db.sql(
            "select "
                + COLUMNS
                + " from credential c where c.id = any(cast(:ids as uuid[])) order by c.id")
        .param("ids", taken.stream().map(UUID::toString).toArray(String[]::new))
        .query(CredentialStore::row)
        .list();
  }

  /**
   * A batch looks up hundreds of rows among millions; where a table has grown since it was analysed
   * last, the planner would rather read all of it. Ends with the transaction.
   */
  private void lookThingsUp() {
    db.sql("select set_config('enable_seqscan', 'off', true)").query(String.class).single();
  }

  /** The credential, signed or not. */
  Optional<Credential> find(CredentialId id) {
    return db.sql("select " + COLUMNS + " from credential c where c.id = :id")
        .param("id", id.value())
        .query(CredentialStore::row)
        .optional();
  }

  /** The valid credentials of these awards, signed or not. */
  List<Credential> standing(Collection<AwardId> awards) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                  from credential c
                 where c.award_id = any(cast(:awards as uuid[])) and c.state in ('ISSUED', 'SUSPENDED')
                """)
        .param("awards", awards.stream().map(a -> a.value().toString()).toArray(String[]::new))
        .query(CredentialStore::row)
        .list();
  }

  /** The valid credential of an award, signed or not. */
  Optional<CredentialId> standing(AwardId award) {
    return db.sql(
            "select id from credential where award_id = :award and state in ('ISSUED', 'SUSPENDED')")
        .param("award", award.value())
        .query((row, number) -> new CredentialId(id(row, "id")))
        .optional();
  }

  /** How many of an organisation wait for their signature; no more than so many are counted. */
  int countUnsigned(OrganisationId organisation, int most) {
    return db.sql(
            """
            select count(*) from (
              select 1 from credential_unsigned u join credential c on c.id = u.credential_id
               where c.organisation_id = :organisation limit :most) as u
            """)
        .param("organisation", organisation.value())
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  /** Puts an intent back that could not be signed. */
  void postpone(CredentialId id, Duration by, String problem) {
    db.sql(
            """
            insert into credential_unsigned (credential_id, due_at, problem)
            values (:id, now() + make_interval(secs => :seconds), :problem)
            """)
        .param("id", id.value())
        .param("seconds", by.toSeconds())
        .param("problem", problem)
        .update();
  }

  void setKey(Collection<CredentialId> ids, KeyId key) {
    db.sql("update credential set key_id = :key where id = any(cast(:ids as uuid[]))")
        .param("key", key.value())
        .param("ids", ids.stream().map(c -> c.value().toString()).toArray(String[]::new))
        .update();
  }

  long count(OrganisationId organisation, State state) {
    return db.sql(
            "select count(*) from credential where organisation_id = :organisation and state ="
                + " :state")
        .param("organisation", organisation.value())
        .param("state", state.name())
        .query(Long.class)
        .single();
  }
}
