package org.insignia.server.platform.fsck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.openbadges.status.StatusPurpose;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.status.StatusLists;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.fsck.Probe.Scope;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.results.Intake;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a server made in the ordinary way is found sound; and each kind of damage, done past all
 * triggers, is found by its rule and named. The damage is looked at in the transaction that does
 * it, and taken back.
 */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamageIsNamedTest {
  @Autowired Examination examination;
  @Autowired Organisations organisations;
  @Autowired CatalogImports imports;
  @Autowired Intake intake;
  @Autowired Credentials credentials;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired StatusLists lists;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  private final EmailAddress ana = EmailAddress.of(UUID.randomUUID() + "@example.org");
  private final EmailAddress ben = EmailAddress.of(UUID.randomUUID() + "@example.org");
  private OrganisationId organisation;
  private OrganisationId other;
  private Credential held;
  private Credential revoked;

  @BeforeAll
  void make_two_badges_as_always() {
    organisation = organisations.create("test", "f" + UUID.randomUUID(), "North", null, null).id();
    other = organisations.create("test", "f" + UUID.randomUUID(), "South", null, null).id();
    imports.importFiles(organisation, Rows.catalogue());
    var rows =
        new Rows()
            .add("email", ana.value(), "candidate_id", "A" + UUID.randomUUID())
            .add(
                "email", ben.value(), "candidate_id", "B" + UUID.randomUUID(), "first_name", "Ben");
    intake.accept(organisation, "certiport", "results.csv", rows.stream());
    held = badgeOf(ana);
    revoked = badgeOf(ben);
    var person = accounts.createConfirmed("Ana Silva", ana, "violet otter lantern", Language.EN);
    claims.accept(person, held.id(), Claim.Visibility.PUBLIC);
    lists.current(held.status().list(), StatusPurpose.REVOCATION);
    credentials.revoke("person:" + person.value(), revoked.id(), "issued by mistake");
    for (var purpose : List.of(StatusPurpose.REVOCATION, StatusPurpose.SUSPENSION)) {
      lists.current(held.status().list(), purpose);
    }
    Until.holds(() ->
        !db.sql("select id from audit_line where number = 1").query(UUID.class).list().isEmpty());
    Until.holds(() ->
        db.sql("select count(*) from outbox_letter where ref = :ref and state = 'waiting'")
                .param("ref", revoked.id().value())
                .query(Long.class)
                .single()
            == 0);
  }

  private Credential badgeOf(EmailAddress earner) {
    Until.holds(() ->
        credentials.forRecipients(List.of(earner)).stream()
            .anyMatch(c -> claims.of(c.id()).isPresent()));
    return credentials.forRecipients(List.of(earner)).getFirst();
  }

  /** Only what names a row of this test counts: the other rows are other tests' business. */
  private Scope ours(String... more) {
    var ids = new ArrayList<>(List.of(more));
    Stream.of(organisation.value(), other.value(), held.id().value(), revoked.id().value())
        .map(UUID::toString)
        .forEach(ids::add);
    Stream.of(held, revoked)
        .flatMap(c -> Stream.of(c.award().value(), c.status().list(), c.dossier().value()))
        .map(UUID::toString)
        .forEach(ids::add);
    return new Scope(
        true,
        Instant.now(),
        violation -> ids.stream().anyMatch((violation.subject() + violation.what())::contains));
  }

  @Test
  void what_was_made_as_always_is_sound() {
    var seen = new ArrayList<String>();
    var report =
        examination.of(
            ours(),
            (done, rule, rows) -> {
              seen.add(rule.key());
              return true;
            });
    assertThat(report.rules())
        .hasSize(examination.rules())
        .allSatisfy(rule -> {
          assertThat(rule.problem()).as(rule.key()).isEmpty();
          assertThat(rule.violations()).as(rule.key()).isEmpty();
        });
    assertThat(seen).contains("tenancy", "document-verifies", "one-owner");
  }

  static List<Arguments> damage() {
    return List.of(
        Arguments.of(
            "audit-whole",
            "audit_line number 1 its content",
            "update audit_line set detail = detail || '!' where number = 1"),
        Arguments.of(
            "audit-whole",
            "audit_line number 1 this line is missing",
            "delete from audit_line where number = 1"),
        Arguments.of(
            "result-once",
            "exam_result:${new}",
            """
            alter table exam_result drop constraint exam_result_organisation_id_provider_number_key;
            insert into exam_result select (jsonb_populate_record(r, jsonb_build_object('id', '${new}'))).*
              from exam_result r where organisation_id = '${organisation}' limit 1\
            """),
        Arguments.of(
            "award-once",
            "award:${new}",
            """
            alter table award drop constraint if exists award_dossier_id_achievement_id_key;
            drop index if exists award_decided;
            insert into award select (jsonb_populate_record(a, jsonb_build_object('id', '${new}'))).*
              from award a where id = '${award}'\
            """),
        Arguments.of(
            "award-has-credential",
            "award:${new}",
            """
            insert into award select (jsonb_populate_record(a,
                   jsonb_build_object('id', '${new}', 'dossier_id', '${new}'))).*
              from award a where id = '${award}'\
            """),
        Arguments.of(
            "credential-once",
            "credential:${new}",
            """
            drop index credential_of_award;
            insert into credential select (jsonb_populate_record(c, jsonb_build_object('id', '${new}',
                   'status_index', (select min(i) from generate_series(0, 100) i where not exists
                     (select 1 from credential where status_list_id = '${list}' and status_index = i))))).*
              from credential c where id = '${held}'\
            """),
        Arguments.of(
            "document-of-row",
            "credential:${held}",
            "delete from credential_document where credential_id = '${held}'"),
        Arguments.of(
            "document-of-row",
            "credential:${held}",
            "insert into credential_unsigned (credential_id) values ('${held}')"),
        Arguments.of(
            "row-of-document", "credential:${held}", "delete from credential where id = '${held}'"),
        Arguments.of(
            "signed-in-time",
            "credential:${held}",
            "insert into credential_unsigned (credential_id, due_at) values ('${held}', now() - interval '1 hour')"),
        Arguments.of(
            "document-verifies",
            "credential:${held}",
            "update credential set recipient_name = 'Somebody Else' where id = '${held}'"),
        Arguments.of(
            "document-verifies",
            "credential:${held}",
            "update credential set status_index = status_index + 1 where id = '${held}'"),
        Arguments.of(
            "document-verifies",
            "credential:${held}",
            "update signing_key set created_at = now() - interval '2 years', retired_at = now() - interval '1 year' where organisation_id = '${organisation}'"),
        Arguments.of(
            "document-verifies",
            "credential:${held}",
            "delete from signing_key where organisation_id = '${organisation}'"),
        Arguments.of(
            "document-verifies",
            "credential:${held}",
            "update document_frame set text = set_byte(text, 700, get_byte(text, 700) # 1) where id = (select frame_id from credential_document where credential_id = '${held}')"),
        Arguments.of(
            "status-index-once",
            "list ${list}",
            """
            alter table credential drop constraint credential_status_list_id_status_index_key;
            update credential set status_index = (select status_index from credential where id = '${revoked}')
             where id = '${held}'\
            """),
        Arguments.of(
            "wallet-copies-follow",
            "wallet-copy:${new}",
            """
            insert into wallet_copy (id, credential_id, holder, form, status_list_id, status_index, key_id, made_at, document)
            select '${new}', id, 'did:key:z', 'ldp_vc', status_list_id, status_index, key_id, now(), 'x'
              from credential where id = '${held}'\
            """),
        Arguments.of(
            "indexes-counted",
            "status_list:${list}",
            "update status_list set used = used - 1 where id = '${list}'"),
        Arguments.of(
            "revoked-for-good",
            "credential:${revoked}",
            "update credential set state = 'ISSUED', state_at = null where id = '${revoked}'"),
        Arguments.of(
            "list-equals-table",
            "status_list:${list} (revocation)",
            "update credential set state = 'ISSUED', state_at = null where id = '${revoked}'"),
        Arguments.of(
            "list-equals-table",
            "status_list:${list} (suspension)",
            "update credential set state = 'SUSPENDED', state_at = now() where id = '${held}'"),
        Arguments.of(
            "list-equals-table",
            "status_list:${list} (revocation)",
            "update published_status_list set document = set_byte(document, 40, get_byte(document, 40) # 1) where status_list_id = '${list}'"),
        Arguments.of(
            "list-equals-table",
            "status_list:${list} (revocation)",
            "update published_status_list set version = version + 1 where status_list_id = '${list}'"),
        Arguments.of(
            "changes-audited",
            "credential:${held}",
            "update credential set state = 'REVOKED', state_at = now() where id = '${held}'"),
        Arguments.of(
            "badge-offered",
            "credential:${held}",
            "delete from claim where credential_id = '${held}'"),
        Arguments.of(
            "letters-of-badges",
            "outbox_letter:${new}",
            "insert into outbox_letter (id, kind, ref, recipient) values ('${new}', 'claim-invitation', gen_random_uuid(), 'x@example.org')"),
        Arguments.of(
            "letters-of-badges",
            "outbox_letter:${new}",
            """
            insert into outbox_letter (id, kind, ref, recipient, state, ended_at)
            values ('${new}', 'badge-accepted', '${revoked}', 'x@example.org', 'sent', now() + interval '1 hour')\
            """),
        Arguments.of(
            "one-owner",
            "claim:${held}",
            "update claim set owner_id = gen_random_uuid() where credential_id = '${held}'"),
        Arguments.of(
            "one-owner",
            "claim:${held}",
            "delete from audit_line where subject = 'credential:${held}'"),
        Arguments.of(
            "tenancy",
            "claim:${held}",
            "update claim set organisation_id = '${other}' where credential_id = '${held}'"),
        Arguments.of("tenancy", "credential:${held}", "delete from award where id = '${award}'"),
        Arguments.of(
            "one-key-in-use",
            "organisation ${organisation}",
            "update signing_key set retired_at = now() where organisation_id = '${organisation}'"),
        Arguments.of(
            "intake-counts",
            "intake_part:${part}",
            "update intake_part set rows = rows + 1, accepted = accepted + 1 where id = '${part}'"),
        Arguments.of(
            "request-once",
            "${new}",
            """
            alter table award_by_hand drop constraint award_by_hand_organisation_id_request_key;
            insert into award_by_hand (award_id, organisation_id, achievement_id, recipient_key, request, only_one, given_by, given_at)
            select id, '${organisation}', '${new}', 'x', '${new}', false, 'test', now()
              from (values (gen_random_uuid()), (gen_random_uuid())) two (id)\
            """),
        Arguments.of(
            "audit-speaks",
            "audit_line:${new}",
            """
            insert into audit_line (id, at, actor, action, subject, detail)
            values ('${new}', now() + interval '1 day', 'test', 'test', 'test', '')\
            """));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource
  void damage(String rule, String named, String damage) {
    // Behind every id of its kind, for of two the later one is named.
    var fresh = "ffffffff" + UUID.randomUUID().toString().substring(8);
    var part =
        db.sql(
                "select p.id from intake_part p join intake i on i.id = p.intake_id where i.organisation_id = :id")
            .param("id", organisation.value())
            .query(UUID.class)
            .single()
            .toString();
    var scope = ours(fresh, part, "audit_line number");
    var found =
        Objects.requireNonNull(
            transaction.execute(status -> {
              status.setRollbackOnly();
              db.sql("set local session_replication_role = replica").update();
              for (var statement : filled(damage, fresh, part).split(";\n")) {
                db.sql(statement).update();
              }
              return examination.check(rule, scope);
            }));
    assertThat(found.problem()).isEmpty();
    assertThat(found.holds()).isFalse();
    assertThat(found.violations())
        .as(damage)
        .anySatisfy(
            v -> assertThat(v.subject() + " " + v.what()).contains(filled(named, fresh, part)));
    assertThat(examination.check(rule, scope).violations()).as("taken back").isEmpty();
  }

  private String filled(String text, String fresh, String part) {
    return text.replace("${new}", fresh)
        .replace("${part}", part)
        .replace("${organisation}", organisation.value().toString())
        .replace("${other}", other.value().toString())
        .replace("${held}", held.id().value().toString())
        .replace("${revoked}", revoked.id().value().toString())
        .replace("${award}", held.award().value().toString())
        .replace("${list}", held.status().list().toString());
  }

  @Test
  void one_bit_flipped_anywhere_in_a_stored_badge_is_found_by_one_scan() {
    var missed = new ArrayList<Integer>();
    int length =
        db.sql("select octet_length(body) from credential_document where credential_id = :id")
            .param("id", held.id().value())
            .query(Integer.class)
            .single();
    for (int at = 0; at < length; at += 7) {
      int place = at;
      var found =
          Objects.requireNonNull(
              transaction.execute(status -> {
                status.setRollbackOnly();
                db.sql("set local session_replication_role = replica").update();
                db.sql(
                        "update credential_document set body = set_byte(body, :at, get_byte(body, :at) # :bit) where credential_id = :id")
                    .param("at", place)
                    .param("bit", 1 << place % 8)
                    .param("id", held.id().value())
                    .update();
                return examination.check("document-verifies", ours());
              }));
      if (found.violations().stream()
          .noneMatch(v -> v.subject().equals("credential:" + held.id().value()))) {
        missed.add(place);
      }
    }
    assertThat(missed).as("bytes of %s", length).isEmpty();
  }
}
