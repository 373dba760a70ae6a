package org.insignia.server.accounts.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PasswordResets;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.SignIns;
import org.insignia.server.accounts.SignUps;
import org.insignia.server.accounts.merge.MergeProofs;
import org.insignia.server.certificates.Edition;
import org.insignia.server.certificates.Editions;
import org.insignia.server.claims.AutoAccept;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.entry.EntryLinks;
import org.insignia.server.claims.reminders.ReminderStops;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.platform.testing.WholeDatabase;
import org.insignia.server.sharing.foreign.ElsewhereBadges;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.insignia.server.transcripts.record.CertificationIds;
import org.insignia.server.transcripts.share.AccessCode;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.ShareWish;
import org.insignia.server.transcripts.share.Shares;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
@DisplayName("security-and-reliability T16")
class NothingLeftTest {
  private static final String PASSWORD = "violet otter lantern";

  /** What the page that deletes an account says is told for thirty days. */
  private static final List<String> LAST_MAIL = List.of("outbox_letter", "safety_notice");

  /** Certificates and transcripts: every row names the person. */
  private static final List<String> RECORDS =
      List.of(
          "postal_address",
          "certificate_choice",
          "certification_id",
          "transcript_share",
          "transcript_copy");

  @Autowired Erasures erasures;
  @Autowired Accounts accounts;
  @Autowired Addresses addresses;
  @Autowired PasswordResets resets;
  @Autowired SignUps signUps;
  @Autowired MergeProofs proofs;
  @Autowired Claims claims;
  @Autowired AutoAccept autoAccept;
  @Autowired EntryLinks entries;
  @Autowired ReminderStops stops;
  @Autowired SignIns signIns;
  @Autowired Editions editions;
  @Autowired CertificationIds ids;
  @Autowired Shares shares;
  @Autowired ForeignBadges foreign;
  @Autowired TestBadges badges;
  @Autowired List<Sweep> sweeps;
  @Autowired TransactionTemplate transaction;
  @Autowired Settings settings;
  @Autowired JdbcClient db;

  private final String mark = "left" + UUID.randomUUID().toString().substring(0, 8);
  private final EmailAddress address = EmailAddress.of("Ana." + mark + "@Example.org");

  private PersonId ana() {
    return accounts.createConfirmed("Ana " + mark, address, PASSWORD, Language.EN);
  }

  /** Everything an earner can leave behind without a badge of an organisation of this server. */
  private void live(PersonId ana) {
    var shouted = EmailAddress.of(address.value().toUpperCase(java.util.Locale.ROOT));
    signIns.attempt(new SignIns.Try(address, "not the password", null, "2001:db8::" + mark));
    var web = Web.signedIn(settings, address.value(), PASSWORD);
    web.post(
        "/account/profile",
        "name",
        "Ana " + mark,
        "vanity",
        mark + "-vanity",
        "language",
        "en",
        "headline",
        "Keeper of " + mark,
        "links",
        "https://" + mark + ".example/");
    web.post("/account/addresses", "address", "second-" + mark + "@example.org");
    web.post("/home/collections", "name", "Sea of " + mark);
    web.post("/home/auto-accept", "turn", "on", "visibility", "private");
    foreign.fromBytes(ana, Bytes.utf8(new ElsewhereBadges().plain(address.value())));
    resets.ask(shouted, Language.EN);
    entries.ask(shouted, Language.EN);
    signUps.begin(
        new SignUps.Wish(address, "Ana " + mark, "another violet otter", Language.EN, null));
    stops.stop(address);
    keepARecord(ana, web);
    db.sql(
            "insert into undeliverable (key, code, reason, source, at) values (?, '5.1.1', ?, 'REPLY', now())")
        .params(address.key(), "<" + address.value() + "> is unknown here")
        .update();
    var other =
        accounts.createConfirmed(
            "Eve",
            EmailAddress.of("e" + UUID.randomUUID() + "@example.org"),
            PASSWORD,
            Language.EN);
    proofs.ask(other, shouted);
  }

  /** What the pages of certificates and of the transcript keep. */
  private void keepARecord(PersonId ana, Web web) {
    web.post(
        "/account/postal-address", "street", "Calle " + mark, "locality", "Lima", "country", "PE");
    editions.remember(ana, new Edition(Edition.Paper.LETTER, Language.IT));
    ids.of(ana);
    shares.make(
        ana,
        new ShareWish("For " + mark, Language.EN, true, Share.Programs.NONE, null, null),
        AccessCode.typed("otter " + mark));
    db.sql(
            """
            insert into transcript_copy (id, person_id, recipient, language, with_address, asked_at)
            values (?, ?, ?, 'en', true, now())
            """)
        .params(UUID.randomUUID(), ana.value(), "boss-" + mark + "@example.org")
        .update();
  }

  private List<String> rowsOf(PersonId person) {
    return RECORDS.stream()
        .filter(table ->
            db.sql("select count(*) from " + table + " where person_id = ?")
                    .param(person.value())
                    .query(Integer.class)
                    .single()
                > 0)
        .toList();
  }

  @Test
  void a_dump_of_the_database_holds_neither_the_address_nor_the_name_nor_a_hash_of_them() {
    var ana = ana();
    live(ana);
    allLettersHaveGone();
    assertThat(found(mark))
        .contains("person", "address", "profile_link", "badge_collection")
        .contains("postal_address", "transcript_share", "transcript_copy");
    assertThat(rowsOf(ana)).isEqualTo(RECORDS);
    erasures.erase(ana);
    assertThat(rowsOf(ana)).isEmpty();
    allLettersHaveGone();
    assertThat(found(mark)).isSubsetOf(LAST_MAIL);
    for (var hash : hashes()) {
      assertThat(found(hash)).as(hash).isSubsetOf("attempt");
      assertThat(
              db.sql("select count(*) from attempt where subject like ? and worthless_at is null")
                  .param("%" + hash.substring(0, Math.min(40, hash.length())) + "%")
                  .query(Integer.class)
                  .single())
          .as("a count that is kept for ever")
          .isZero();
    }
  }

  @Test
  void a_month_later_the_last_mail_is_gone_too() {
    var ana = ana();
    erasures.erase(ana);
    allLettersHaveGone();
    db.sql("update safety_notice set at = at - interval '31 days' where value ilike ?")
        .param("%" + mark + "%")
        .update();
    db.sql(
            "update outbox_letter set ended_at = ended_at - interval '31 days' where recipient ilike ?")
        .param("%" + mark + "%")
        .update();
    sweep("forgotten-wishes");
    sweep("sent-letters");
    assertThat(found(mark)).isEmpty();
  }

  @Test
  void what_an_organisation_issued_stays_with_it_and_nowhere_else() {
    var ana = ana();
    var credential = issued();
    claims.accept(ana, credential, Visibility.PUBLIC);
    var web = Web.signedIn(settings, address.value(), PASSWORD);
    web.post("/home/badges/" + credential.value() + "/evidence", "title", "T " + mark);
    web.post("/home/badges/" + credential.value() + "/correction", "name", "Anna " + mark);
    web.get("/badges/" + credential.value() + "/share/badge.jwt");
    allLettersHaveGone();
    assertThat(found(mark)).contains("own_evidence", "name_correction");
    var status = statusLists(credential);
    erasures.erase(ana);
    allLettersHaveGone();
    var left = found(mark);
    left.removeAll(LAST_MAIL);
    assertThat(left).containsExactly("claim", "credential", "credential_document");
    assertThat(claims.of(credential).orElseThrow().owner()).isNull();
    assertThat(statusLists(credential)).isEqualTo(status);
  }

  private CredentialId issued() {
    var id = badges.issue(badges.academy(), address, "Ana " + mark, Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    return id;
  }

  private List<String> statusLists(CredentialId credential) {
    return db.sql(
            """
            select l.version || ':' || l.used from status_list l
              join credential c on c.status_list_id = l.id where c.id = ?
            """)
        .param(credential.value())
        .query(String.class)
        .list();
  }

  private List<String> hashes() {
    var key = address.key();
    var spellings =
        List.of(key, address.value(), key + "\n", address.value() + "\n", "Ana " + mark);
    return spellings.stream()
        .flatMap(text ->
            List.of(
                SecretToken.sha256(text).substring(0, 40),
                Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .stream())
        .toList();
  }

  private TreeSet<String> found(String text) {
    return new WholeDatabase(db).tablesWith(text);
  }

  private void sweep(String name) {
    var sweep = sweeps.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    Boolean more = true;
    while (Boolean.TRUE.equals(more)) {
      more = transaction.execute(status -> sweep.piece(Instant.now()));
    }
  }

  private void allLettersHaveGone() {
    Until.holds(() ->
        db.sql("select count(*) from outbox_letter where recipient ilike ? and state = 'waiting'")
                .param("%" + mark + "%")
                .query(Integer.class)
                .single()
            == 0);
  }
}
