package org.insignia.server.results.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.CandidateId;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Dossiers and which candidates are in them. */
@Repository
class DossierStore {
  private final JdbcClient db;

  DossierStore(JdbcClient db) {
    this.db = db;
  }

  /** A dossier as it stands. */
  record Dossier(
      DossierId id,
      OrganisationId organisation,
      @Nullable PersonId person,
      @Nullable DossierId mergedInto,
      Instant openedAt) {}

  /** A candidate with a mailbox, as far as linking needs it. */
  record Known(CandidateId id, DossierId dossier, OrganisationId organisation, String nameKey) {}

  private static final String DOSSIER =
      "select id, organisation_id, person_id, merged_into, opened_at from dossier";

  private static Dossier dossier(ResultSet row, int number) throws SQLException {
    var person = row.getObject("person_id", UUID.class);
    var into = row.getObject("merged_into", UUID.class);
    return new Dossier(
        new DossierId(row.getObject("id", UUID.class)),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        person == null ? null : new PersonId(person),
        into == null ? null : new DossierId(into),
        row.getObject("opened_at", OffsetDateTime.class).toInstant());
  }

  /** Chunks, links and merges of one organisation wait for each other, whatever node does them. */
  void lock(OrganisationId organisation) {
    db.sql("select pg_advisory_xact_lock(hashtextextended('results:' || :organisation, 0))::text")
        .param("organisation", organisation.value().toString())
        .query((row, number) -> number)
        .single();
  }

  /**
   * Waits for {@link #lock} and makes it wait, but not others of its own kind, unless they name one
   * of these mailboxes or requests: all mailboxes before all requests and each in one order, so
   * that two do not wait for each other crosswise. What follows in the same transaction is looked
   * up by plans that are kept: to plan anew for each few keys takes longer than to find them.
   */
  void lockBeside(
      OrganisationId organisation, Collection<EmailAddress> mailboxes, Collection<UUID> requests) {
    var mailbox = "results-mailbox:" + organisation.value();
    var request = "results-request:" + organisation.value();
    var names = new ArrayList<String>(List.of("results:" + organisation.value()));
    mailboxes.stream().map(m -> mailbox + m.key()).sorted().forEach(names::add);
    requests.stream().map(r -> request + r).sorted().forEach(names::add);
    db.sql(
            """
            select set_config('plan_cache_mode', 'force_generic_plan', true),
                   set_config('enable_seqscan', 'off', true),
                   count(case place when 1 then pg_advisory_xact_lock_shared(hashtextextended(name, 0))::text
                         else pg_advisory_xact_lock(hashtextextended(name, 0))::text end)
              from unnest(:names) with ordinality as n (name, place)
            """)
        .param("names", names.toArray(String[]::new))
        .query((row, number) -> number)
        .single();
  }

  void lockAddresses(boolean alone) {
    db.sql(
            "select pg_advisory_xact_lock%s(hashtextextended('results:addresses', 0))::text"
                .formatted(alone ? "" : "_shared"))
        .query((row, number) -> number)
        .single();
  }

  Optional<Dossier> find(DossierId id) {
    return db.sql(DOSSIER + " where id = :id")
        .param("id", id.value())
        .query(DossierStore::dossier)
        .optional();
  }

  Optional<Dossier> of(OrganisationId organisation, PersonId person) {
    return db.sql(DOSSIER + " where organisation_id = :organisation and person_id = :person")
        .param("organisation", organisation.value())
        .param("person", person.value())
        .query(DossierStore::dossier)
        .optional();
  }

  /** All dossiers of a person, by organisation. */
  List<Dossier> of(PersonId person) {
    return db.sql(DOSSIER + " where person_id = :person order by organisation_id")
        .param("person", person.value())
        .query(DossierStore::dossier)
        .list();
  }

  List<Known> knownBy(EmailAddress mailbox) {
    return db.sql(
            """
            select id, dossier_id, organisation_id, name_key
              from candidate where email_key = :key
             order by organisation_id, created_at, id
            """)
        .param("key", mailbox.key())
        .query((row, number) ->
            new Known(
                new CandidateId(row.getObject("id", UUID.class)),
                new DossierId(row.getObject("dossier_id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("name_key")))
        .list();
  }

  DossierId dossierOf(CandidateId candidate) {
    return db.sql("select dossier_id from candidate where id = :id")
        .param("id", candidate.value())
        .query((row, number) -> new DossierId(row.getObject("dossier_id", UUID.class)))
        .single();
  }

  /** A candidate of this provider in this dossier. */
  Optional<CandidateId> candidateOf(DossierId dossier, ProviderId provider) {
    return db.sql(
            "select id from candidate where dossier_id = :dossier and provider = :provider order by created_at, id limit 1")
        .param("dossier", dossier.value())
        .param("provider", provider.value())
        .query((row, number) -> new CandidateId(row.getObject("id", UUID.class)))
        .optional();
  }

  Set<ProviderId> providers(DossierId dossier) {
    return db.sql("select distinct provider from candidate where dossier_id = :dossier")
        .param("dossier", dossier.value())
        .query((row, number) -> new ProviderId(row.getString("provider")))
        .set();
  }

  List<CandidateId> candidates(DossierId dossier) {
    return db.sql("select id from candidate where dossier_id = :dossier order by id")
        .param("dossier", dossier.value())
        .query((row, number) -> new CandidateId(row.getObject("id", UUID.class)))
        .list();
  }

  List<String> names(Collection<CandidateId> candidates) {
    return db.sql(
            """
            select distinct trim(given_name || ' ' || family_name) as name
              from candidate where id = any (:candidates::text[]::uuid[]) order by 1
            """)
        .param("candidates", texts(candidates))
        .query((row, number) -> row.getString("name"))
        .list();
  }

  private static String[] texts(Collection<CandidateId> candidates) {
    return candidates.stream().map(CandidateId::toString).toArray(String[]::new);
  }

  void setPerson(DossierId dossier, @Nullable PersonId person) {
    db.sql("update dossier set person_id = :person where id = :id")
        .param("person", person == null ? null : person.value())
        .param("id", dossier.value())
        .update();
  }

  void setMergedInto(DossierId dossier, @Nullable DossierId into) {
    db.sql("update dossier set merged_into = :into where id = :id")
        .param("into", into == null ? null : into.value())
        .param("id", dossier.value())
        .update();
  }

  int move(Collection<CandidateId> candidates, DossierId from, DossierId to) {
    return db.sql(
            """
            update candidate set dossier_id = :to
             where dossier_id = :from and id = any (:candidates::text[]::uuid[])
            """)
        .param("to", to.value())
        .param("from", from.value())
        .param("candidates", texts(candidates))
        .update();
  }

  void markChanged(DossierId dossier) {
    db.sql(
            """
            insert into changed_dossier (dossier_id) values (:id)
            on conflict (dossier_id) do update set dossier_id = excluded.dossier_id -- locks, see ChunkStore.mark
            """)
        .param("id", dossier.value())
        .update();
  }
}
