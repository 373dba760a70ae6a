package org.insignia.server.issuing.copies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.copies.WalletCopy.Form;
import org.insignia.server.issuing.copies.WalletCopy.Told;
import org.insignia.server.issuing.status.StatusPosition;
import org.insignia.server.keys.KeyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WalletCopyStore {
  private static final String COLUMNS =
      "select id, credential_id, holder, form, made_at, withdrawn_at, told from wallet_copy ";

  private final JdbcClient db;

  WalletCopyStore(JdbcClient db) {
    this.db = db;
  }

  /** What is decided of a copy before it is signed. */
  record Intent(UUID id, CredentialId credential, PersonId person, String holder, Form form) {}

  private static WalletCopy row(ResultSet row, int number) throws SQLException {
    String told = row.getString("told");
    return new WalletCopy(
        row.getObject("id", UUID.class),
        new CredentialId(row.getObject("credential_id", UUID.class)),
        row.getString("holder"),
        Form.of(row.getString("form")),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        instant(row, "withdrawn_at"),
        told == null ? null : Told.of(told).orElseThrow());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  void insert(Intent intent, StatusPosition position, KeyId key, Instant now) {
    db.sql(
            """
            insert into wallet_copy (id, credential_id, person_id, holder, form, status_list_id, status_index, key_id, made_at)
            values (:id, :credential, :person, :holder, :form, :list, :index, :key, :now)
            """)
        .param("id", intent.id())
        .param("credential", intent.credential().value())
        .param("person", intent.person().value())
        .param("holder", intent.holder())
        .param("form", intent.form().word())
        .param("list", position.list())
        .param("index", position.index())
        .param("key", key.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * A copy that is not withdrawn, with what is needed to sign it.
   *
   * @param document null while it is an intent
   */
  record Standing(UUID id, StatusPosition position, @Nullable Bytes document) {}

  Optional<Standing> standing(CredentialId credential, String holder, Form form) {
    return db.sql(
            """
            select id, status_list_id, status_index, document from wallet_copy
             where credential_id = :credential and holder = :holder and form = :form
               and withdrawn_at is null and holder <> ''
            """)
        .param("credential", credential.value())
        .param("holder", holder)
        .param("form", form.word())
        .query((row, n) -> {
          byte[] document = row.getBytes("document");
          return new Standing(
              row.getObject("id", UUID.class),
              new StatusPosition(
                  row.getObject("status_list_id", UUID.class), row.getInt("status_index")),
              document == null ? null : Bytes.wrap(document));
        })
        .optional();
  }

  /** Whether this document is the one that is kept: of two at once the first is. */
  boolean sign(UUID id, KeyId key, Bytes document) {
    return db.sql(
                """
                update wallet_copy set document = :document, key_id = :key
                 where id = :id and document is null and withdrawn_at is null and holder <> ''
                """)
            .param("id", id)
            .param("key", key.value())
            .param("document", document.toArray())
            .update()
        == 1;
  }

  List<WalletCopy> of(PersonId person, int most) {
    return db.sql(
            COLUMNS
                + "where person_id = :person and document is not null order by id desc limit :most")
        .param("person", person.value())
        .param("most", most)
        .query(WalletCopyStore::row)
        .list();
  }

  /** Those of a badge that its owner fetched. */
  List<WalletCopy> of(PersonId person, CredentialId credential) {
    return db.sql(
            COLUMNS
                + """
                where credential_id = :credential and person_id = :person and document is not null
                order by id desc limit 100
                """)
        .param("credential", credential.value())
        .param("person", person.value())
        .query(WalletCopyStore::row)
        .list();
  }

  /** The list that has to be signed anew; empty where there was nothing to withdraw. */
  Optional<UUID> withdraw(PersonId person, UUID id, Instant now) {
    return db.sql(
            """
            update wallet_copy set withdrawn_at = :now
             where id = :id and person_id = :person and withdrawn_at is null
            returning status_list_id
            """)
        .param("id", id)
        .param("person", person.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .optional();
  }

  boolean tell(UUID id, PersonId person, Told told, Instant now) {
    return db.sql(
                """
                update wallet_copy set told = :told, told_at = :now
                 where id = :id and person_id = :person and document is not null
                """)
            .param("id", id)
            .param("person", person.value())
            .param("told", told.word())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** The lists in which copies of a badge stand. */
  List<UUID> lists(CredentialId credential) {
    return db.sql(
            "select distinct status_list_id from wallet_copy where credential_id = :credential order by 1")
        .param("credential", credential.value())
        .query(UUID.class)
        .list();
  }

  /** What names the holder goes; the copies stay in force as their badges are. */
  void forget(PersonId person) {
    db.sql(
            """
            update wallet_copy set holder = '', document = null, person_id = null
             where person_id = :person
            """)
        .param("person", person.value())
        .update();
  }

  void forget(List<CredentialId> credentials) {
    db.sql(
            """
            update wallet_copy set holder = '', document = null, person_id = null
             where credential_id = any(cast(:ids as uuid[]))
            """)
        .param("ids", credentials.stream().map(c -> c.value().toString()).toArray(String[]::new))
        .update();
  }

  /** Intents that nobody came back for: they were never sent to anybody. */
  int giveUp(Instant before, Instant now, int most) {
    return db.sql(
            """
            update wallet_copy set withdrawn_at = :now
             where id = any(array(
                   select id from wallet_copy
                    where document is null and withdrawn_at is null and holder <> '' and made_at < :before
                    limit :most for update skip locked))
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }
}
