package org.insignia.server.results.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.identity.Recipients.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Candidate records of people whom an organisation named itself; their number is their mailbox. */
@Repository
class RecipientStore {
  private final JdbcClient db;

  RecipientStore(JdbcClient db) {
    this.db = db;
  }

  Map<String, DossierId> find(OrganisationId organisation, Collection<String> mailboxKeys) {
    Map<String, DossierId> found = new HashMap<>();
    db.sql(
            """
            select number, dossier_id from candidate
             where organisation_id = :organisation and provider = :provider
               and number = any (:keys::text[])
            """)
        .param("organisation", organisation.value())
        .param("provider", Recipients.ISSUER.value())
        .param("keys", mailboxKeys.toArray(String[]::new))
        .query(row -> {
          found.put(
              row.getString("number"), new DossierId(row.getObject("dossier_id", UUID.class)));
        });
    return found;
  }

  /** Opens a dossier for each. */
  Map<String, DossierId> open(OrganisationId organisation, List<Recipient> people, Instant now) {
    Map<String, DossierId> opened = new HashMap<>();
    people.forEach(p -> opened.put(p.mailbox().key(), new DossierId(Ids.next())));
    Function<Recipient, String> dossier = p -> String.valueOf(opened.get(p.mailbox().key()));
    db.sql(
            """
            with opened as (
              insert into dossier (id, organisation_id, opened_at)
              select id::uuid, :organisation, :now from unnest(:dossiers::text[]) as d (id))
            insert into candidate (id, organisation_id, provider, number, dossier_id, issuer_number,
                                   given_name, family_name, name_key, email, email_key, email_root,
                                   language, birth_month, told_at, created_at)
            select c.id::uuid, :organisation, :provider, c.key, c.dossier::uuid, c.number, c.given,
                   c.family, c.name_key, c.email, c.key, c.root, c.language, '', :now, :now
              from unnest(:ids::text[], :dossiers::text[], :keys::text[], :numbers::text[],
                          :given::text[], :family::text[], :names::text[], :emails::text[],
                          :roots::text[], :languages::text[])
                as c (id, dossier, key, number, given, family, name_key, email, root, language)
            """)
        .param("organisation", organisation.value())
        .param("provider", Recipients.ISSUER.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("ids", column(people, _ -> Ids.next().toString()))
        .param("dossiers", column(people, dossier))
        .param("keys", column(people, p -> p.mailbox().key()))
        .param("numbers", column(people, Recipient::number))
        .param("given", column(people, Recipient::givenName))
        .param("family", column(people, Recipient::familyName))
        .param("names", column(people, p -> Likeness.nameKey(p.givenName(), p.familyName())))
        .param("emails", column(people, p -> p.mailbox().value()))
        .param("roots", column(people, p -> Likeness.mailboxRoot(p.mailbox())))
        .param("languages", column(people, p -> p.language().tag()))
        .update();
    return opened;
  }

  /** The record stays for its dossier, nameless and without a mailbox. */
  void forget(OrganisationId organisation, String mailboxKey) {
    db.sql(
            """
            update candidate
               set number = id::text, issuer_number = '', given_name = '', family_name = '', name_key = '',
                   email = null, email_key = null, email_root = null
             where organisation_id = :organisation and provider = :provider and number = :key
            """)
        .param("organisation", organisation.value())
        .param("provider", Recipients.ISSUER.value())
        .param("key", mailboxKey)
        .update();
  }

  private static String[] column(List<Recipient> people, Function<Recipient, String> value) {
    return people.stream().map(value).toArray(String[]::new);
  }

  /** The mailboxes' keys, each once. */
  static List<String> keys(Collection<Recipient> people) {
    return people.stream().map(Recipient::mailbox).map(EmailAddress::key).distinct().toList();
  }
}
