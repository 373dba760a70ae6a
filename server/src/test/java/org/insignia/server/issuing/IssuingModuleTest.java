package org.insignia.server.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DocumentKeys;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.model.AchievementCredential;
import org.insignia.openbadges.proof.CheckOptions;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofResult;
import org.insignia.openbadges.schema.SchemaCheck;
import org.insignia.openbadges.status.StatusEntry;
import org.insignia.openbadges.status.StatusListCredential;
import org.insignia.openbadges.status.StatusPurpose;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.issuing.Intents.Order;
import org.insignia.server.issuing.status.StatusIndexes;
import org.insignia.server.issuing.status.StatusLists;
import org.insignia.server.issuing.status.StatusPosition;
import org.insignia.server.keys.Issuers;
import org.insignia.server.keys.SigningKeys;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Suspensions;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class IssuingModuleTest {
  @Autowired Suspensions suspensions;
  @Autowired private Organisations organisations;
  @Autowired private CatalogImports imports;
  @Autowired private Achievements achievements;
  @Autowired private Credentials credentials;
  @Autowired private CredentialImages images;
  @Autowired private StatusLists lists;
  @Autowired private Intents intents;
  @Autowired private CredentialStore store;
  @Autowired private DocumentStore documents;
  @Autowired private BatchSigning signing;
  @Autowired private StatusIndexes indexes;
  @Autowired private Issuers issuers;
  @Autowired private SigningKeys keys;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private Clock clock;
  @Autowired private JdbcClient db;

  private Academy academy;

  @BeforeEach
  void found() {
    academy = Academy.found(organisations, imports, achievements);
  }

  @Test
  void an_issued_credential_is_authentic_and_conforms_to_the_standard() {
    Order order = academy.order("Ana María Núñez");
    CredentialId id = issue(List.of(order)).getFirst();
    Bytes document = credentials.document(id).orElseThrow();
    JsonObject json = (JsonObject) Json.parse(document);
    AchievementCredential read = AchievementCredential.read(json);

    assertThat(SchemaCheck.bundled().problems(json)).isEmpty();
    assertThat(holds(json)).isTrue();
    assertThat(read.id()).endsWith("/badges/" + id.value());
    assertThat(read.issuer().id()).isEqualTo(issuers.did(academy.organisation()));
    assertThat(read.awardedDate()).isEqualTo(order.earnedAt());
    assertThat(read.validUntil()).isEqualTo(order.validUntil());
    assertThat(read.credentialSubject().identifier().getFirst().matches(order.recipient().key()))
        .isTrue();
    assertThat(read.credentialSubject().identifier().getLast().identityHash())
        .isEqualTo("Ana María Núñez");
    assertThat(document.utf8()).doesNotContainIgnoringCase(order.recipient().value());
  }

  @Test
  void credentials_are_found_by_address_whatever_its_case() {
    Order order = academy.order("Ana");
    CredentialId id = issue(List.of(order)).getFirst();
    var shouted = EmailAddress.of(order.recipient().value().toUpperCase(java.util.Locale.ROOT));

    assertThat(credentials.forRecipients(List.of(shouted)))
        .extracting(Credential::id)
        .containsExactly(id);
  }

  @Test
  void a_stored_document_and_its_row_are_small() {
    List<CredentialId> ids = issue(academy.orders(200));
    String all =
        "select %s from credential_document where credential_id = any(cast(:ids as uuid[]))";
    String[] texts = ids.stream().map(id -> id.value().toString()).toArray(String[]::new);

    double bytes =
        db.sql(all.formatted("avg(length(body))")).param("ids", texts).query(Double.class).single();
    long frames =
        db.sql(all.formatted("count(distinct frame_id)"))
            .param("ids", texts)
            .query(Long.class)
            .single();

    assertThat(bytes).isLessThan(220);
    assertThat(frames).isEqualTo(1);
  }

  @Test
  void the_frame_that_documents_share_holds_nothing_personal() {
    Order order = academy.order("Ana María Núñez");
    CredentialId id = issue(List.of(order)).getFirst();
    String frame =
        new String(
            db.sql(
                    """
                    select f.text from document_frame f join credential_document d on d.frame_id = f.id
                     where d.credential_id = ?
                    """)
                .param(id.value())
                .query(byte[].class)
                .single(),
            java.nio.charset.StandardCharsets.UTF_8);

    assertThat(frame).contains("eddsa-rdfc-2022").doesNotContain("Ana", id.value().toString());
  }

  @Test
  void an_award_has_one_valid_credential_whoever_asks_for_a_second() {
    Order order = academy.order("Ana");
    issue(List.of(order));

    assertThatThrownBy(() -> issue(List.of(order))).isInstanceOf(DataAccessException.class);
  }

  @Test
  void indexes_are_given_out_once_and_a_full_list_is_followed_by_another() {
    inTransaction(() -> indexes.take(academy.organisation().id(), 1));
    db.sql("update status_list set used = 131070 where organisation_id = ?")
        .param(academy.organisation().id().value())
        .update();
    var positions = inTransaction(() -> indexes.take(academy.organisation().id(), 5));

    assertThat(new HashSet<>(positions)).hasSize(5);
    assertThat(positions.stream().map(StatusPosition::list).distinct()).hasSize(2);
  }

  @Test
  void a_revocation_sets_the_bit_raises_the_version_and_is_for_good() {
    CredentialId id = issue(academy.orders(3)).get(1);
    Credential credential = credentials.find(id).orElseThrow();
    var before = lists.current(credential.status().list(), StatusPurpose.REVOCATION).orElseThrow();
    assertThat(bit(before, credential)).isFalse();

    credentials.revoke("test", id, "result revoked");

    var after = lists.current(credential.status().list(), StatusPurpose.REVOCATION).orElseThrow();
    assertThat(bit(after, credential)).isTrue();
    assertThat(bit(suspensions(credential), credential)).isTrue();
    assertThat(list(after).list().set()).hasSize(1);
    assertThat(after.version()).isGreaterThan(before.version());
    assertThat(holds((JsonObject) Json.parse(after.document()))).isTrue();
    assertThat(credentials.find(id).orElseThrow().stateReason()).isEqualTo("result revoked");
    for (String change :
        List.of(
            "update credential set state = 'ISSUED', state_at = null where id = ?",
            "update credential set state = 'SUSPENDED' where id = ?",
            "delete from credential where id = ?",
            "update credential set recipient_name = 'Eve' where id = ?",
            "update credential_document set body = '' where credential_id = ?",
            "delete from credential_document where credential_id = ?")) {
      assertThatThrownBy(() -> db.sql(change).param(id.value()).update())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
    assertThatThrownBy(() -> credentials.reinstate("test", id))
        .isInstanceOf(Problem.Conflict.class);
  }

  private StatusLists.SignedList suspensions(Credential of) {
    return lists.current(of.status().list(), StatusPurpose.SUSPENSION).orElseThrow();
  }

  @Test
  void the_one_status_entry_names_what_is_out_of_force_and_refers_to_what_is_so_for_good() {
    CredentialId id = issue(academy.orders(1)).getFirst();
    var document = (JsonObject) Json.parse(credentials.document(id).orElseThrow());
    var entry = document.object("credentialStatus");
    var list = "/status/" + credentials.find(id).orElseThrow().status().list();

    assertThat(entry.string("statusPurpose")).isEqualTo("suspension");
    assertThat(entry.string("statusListCredential")).endsWith(list + "/suspension");
    assertThat(entry.string("statusReference")).endsWith(list);
  }

  @Test
  void a_published_list_never_falls_back_to_an_older_version() {
    CredentialId id = issue(academy.orders(1)).getFirst();
    var list = credentials.find(id).orElseThrow().status().list();
    credentials.revoke("test", id, "withdrawn");
    lists.current(list, StatusPurpose.REVOCATION);

    assertThatThrownBy(() ->
            db.sql("update published_status_list set version = 0 where status_list_id = ?")
                .param(list)
                .update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void a_suspension_is_published_and_can_be_lifted() {
    CredentialId id = issue(academy.orders(1)).getFirst();
    Credential credential = credentials.find(id).orElseThrow();
    var list = credential.status().list();

    credentials.suspend("test", id, "under review");
    assertThat(bit(lists.current(list, StatusPurpose.SUSPENSION).orElseThrow(), credential))
        .isTrue();
    assertThat(bit(lists.current(list, StatusPurpose.REVOCATION).orElseThrow(), credential))
        .isFalse();

    credentials.reinstate("test", id);
    assertThat(bit(lists.current(list, StatusPurpose.SUSPENSION).orElseThrow(), credential))
        .isFalse();
    assertThat(credentials.find(id).orElseThrow().state()).isEqualTo(State.ISSUED);
  }

  @Test
  void a_corrected_name_gives_a_new_credential_that_the_old_one_points_to() {
    CredentialId old = issue(List.of(academy.order("Ana Nunes"))).getFirst();

    CredentialId corrected =
        nested(() -> {
          CredentialId id = credentials.replace("test", old, "Ana Núñez", "name corrected");
          signAll();
          return id;
        });

    Credential before = credentials.find(old).orElseThrow();
    Credential after = credentials.find(corrected).orElseThrow();
    assertThat(before.state()).isEqualTo(State.REPLACED);
    assertThat(before.replacedBy()).isEqualTo(corrected);
    assertThat(after.replaces()).isEqualTo(old);
    assertThat(after.award()).isEqualTo(before.award());
    assertThat(credentials.document(corrected).orElseThrow().utf8()).contains("Ana Núñez");
    assertThat(
            bit(
                lists.current(before.status().list(), StatusPurpose.REVOCATION).orElseThrow(),
                before))
        .isTrue();
    assertThatThrownBy(() -> credentials.replace("test", old, "Eve", "again"))
        .isInstanceOf(Problem.Conflict.class);
  }

  @Test
  void what_was_signed_before_a_rotation_verifies_after_it_and_what_waits_gets_the_new_key() {
    CredentialId early = issue(academy.orders(1)).getFirst();
    CredentialId waiting =
        nested(() -> {
          CredentialId id = intents.store("test", academy.orders(1)).getFirst();
          keys.rotate("test", academy.organisation().id());
          step(FaultPoints.NONE).once();
          return id;
        });

    for (CredentialId id : List.of(early, waiting)) {
      Credential credential = credentials.find(id).orElseThrow();
      assertThat(holds((JsonObject) Json.parse(credentials.document(id).orElseThrow()))).isTrue();
      assertThat(
              keys.published(academy.organisation()).stream()
                  .anyMatch(k -> k.id().equals(credential.key())))
          .isTrue();
    }
    assertThat(credentials.find(waiting).orElseThrow().key())
        .isEqualTo(keys.current(academy.organisation().id()).id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signing.taken",
        "signing.signed",
        "signing.stored",
        "signing.marked",
        "signing.committed"
      })
  void a_crash_at_any_point_of_signing_loses_nothing_and_does_nothing_twice(String point) {
    List<CredentialId> ids =
        nested(() -> {
          List<CredentialId> stored = intents.store("test", academy.orders(5));
          var reached = new ArrayList<String>();
          assertThatThrownBy(() ->
                  step(
                          name -> {
                            reached.add(name);
                            if (name.equals(point)) {
                              throw new Crash();
                            }
                          })
                      .once())
              .isInstanceOf(Crash.class);
          assertThat(reached).last().isEqualTo(point);
          signAll();
          return stored;
        });

    assertThat(credentials.find(ids)).hasSize(5).allMatch(c -> c.state() == State.ISSUED);
    ids.forEach(id ->
        assertThat(holds((JsonObject) Json.parse(credentials.document(id).orElseThrow())))
            .isTrue());
  }

  @Test
  void an_intent_is_nothing_to_the_outside_until_it_is_signed() {
    nested(() -> {
      CredentialId id = intents.store("test", academy.orders(1)).getFirst();
      assertThat(credentials.find(id)).isEmpty();
      assertThat(credentials.document(id)).isEmpty();
      assertThat(unannounced(List.of(id))).isZero();
      return id;
    });
  }

  @Test
  void who_loses_the_award_before_the_signature_is_not_told_of_a_badge() {
    CredentialId id =
        nested(() -> {
          CredentialId stored = intents.store("test", academy.orders(1)).getFirst();
          credentials.revoke("test", stored, "result corrected");
          signAll();
          return stored;
        });

    assertThat(credentials.find(id).orElseThrow().state()).isEqualTo(State.REVOKED);
    assertThat(unannounced(List.of(id))).isZero();
  }

  @Test
  void baked_images_hold_the_credential_to_the_byte() {
    CredentialId id = issue(academy.orders(1)).getFirst();
    String document = credentials.document(id).orElseThrow().utf8();

    for (Bytes image :
        List.of(images.bakedPng(id).orElseThrow(), images.bakedSvg(id).orElseThrow())) {
      assertThat(org.insignia.openbadges.baking.Baking.unbake(image).orElseThrow().text())
          .isEqualTo(document);
    }
  }

  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  private SigningStep step(FaultPoints faults) {
    var nested = new TransactionTemplate(transactions);
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    return new SigningStep(store, documents, signing, suspensions, nested, events, clock, faults);
  }

  /** One transaction around all, so that the server's own worker does not see the intents. */
  private <T> T nested(java.util.function.Supplier<T> work) {
    return inTransaction(work);
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    return java.util.Objects.requireNonNull(
        new TransactionTemplate(transactions).execute(status -> work.get()));
  }

  private List<CredentialId> issue(List<Order> orders) {
    return nested(() -> {
      List<CredentialId> ids = intents.store("test", orders);
      signAll();
      return ids;
    });
  }

  private void signAll() {
    boolean more;
    do {
      more = step(FaultPoints.NONE).once();
    } while (more);
  }

  /** Those whose earners are to be told, and those who were told in the meantime. */
  private long unannounced(List<CredentialId> ids) {
    return db.sql(
            """
            select (select count(*) from credential_unannounced
                     where credential_id = any(cast(:ids as uuid[])))
                 + (select count(*) from claim
                     where credential_id = any(cast(:ids as uuid[])))
            """)
        .param("ids", ids.stream().map(id -> id.value().toString()).toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  private static StatusListCredential list(StatusLists.SignedList signed) {
    return StatusListCredential.read((JsonObject) Json.parse(signed.document()));
  }

  private boolean bit(StatusLists.SignedList signed, Credential credential) {
    JsonObject json = (JsonObject) Json.parse(credentials.document(credential.id()).orElseThrow());
    JsonObject status = json.object("credentialStatus");
    assertThat(status).isNotNull();
    StatusEntry entry = StatusEntry.read(status, "/credentialStatus");
    assertThat(List.of(entry.listUrl(), entry.references().getFirst())).contains(list(signed).id());
    return list(signed).list().isSet(entry.index());
  }

  private boolean holds(JsonObject document) {
    var results =
        DataIntegrity.check(
            document,
            DocumentKeys.onLoopback(this::didDocument),
            CheckOptions.assertion(Instant.now(clock)));
    return !results.isEmpty() && results.stream().allMatch(ProofResult.Valid.class::isInstance);
  }

  private Loaded didDocument(URI url) {
    assertThat(url.getPath()).endsWith("/org/" + academy.organisation().slug() + "/did.json");
    return new Loaded.Document(
        Bytes.utf8(Json.write(issuers.document(academy.organisation()))),
        "application/did+json",
        url);
  }
}
