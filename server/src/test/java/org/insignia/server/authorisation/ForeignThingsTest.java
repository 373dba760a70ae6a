package org.insignia.server.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.ClaimLinks;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.corrections.Corrections;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.results.Intake;
import org.insignia.server.results.MergeProposal;
import org.insignia.server.results.Merges;
import org.insignia.server.results.testing.Rows;
import org.insignia.server.sharing.collections.BadgeCollections;
import org.insignia.server.sharing.foreign.ElsewhereBadges;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.insignia.server.sharing.foreign.ImportOutcome.Kept;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Things of others look like things that are not there, in every request that names one, and stay
 * as they were: a collection, a badge from elsewhere, evidence, a wish, a session, a passkey, an
 * address; of an organisation an intake, its report, a proposal, a merge and a wish.
 */
@ServerTest
@DisplayName("security-and-reliability T1, T2, C2")
class ForeignThingsTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final String NOTHING = "01900000-0000-7000-8000-00000000abcd";

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Addresses addresses;
  @Autowired Members members;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired ClaimLinks links;
  @Autowired Corrections corrections;
  @Autowired BadgeCollections collections;
  @Autowired ForeignBadges foreign;
  @Autowired CatalogImports catalogue;
  @Autowired Intake intake;
  @Autowired Merges merges;
  @Autowired JdbcClient db;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String mailbox = "ana-" + mark + "@example.org";
  private Organisation academy;
  private PersonId ana;
  private Web eve;

  /** A request; {@code {}} stands for the id, in the path or in a field. */
  private record Try(String method, String path, String... fields) {
    static Try get(String path) {
      return new Try("GET", path);
    }

    static Try post(String path, String... fields) {
      return new Try("POST", path, fields);
    }
  }

  @BeforeEach
  void two_people() {
    academy = badges.academy();
    ana = person("Ana", mailbox);
    person("Eve", "eve-" + mark + "@example.org");
    eve = Web.signedIn(settings, "eve-" + mark + "@example.org", PASSWORD);
  }

  private PersonId person(String name, String address) {
    return accounts.createConfirmed(name, EmailAddress.of(address), PASSWORD, Language.EN);
  }

  private CredentialId held(String uid, String by, PersonId owner) {
    var id = badges.issue(academy, uid, EmailAddress.of(by), "Ana", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    claims.accept(owner, id, Visibility.PRIVATE);
    return id;
  }

  /** Every request gets the answer that it gets for an id which nobody has. */
  private void looksLikeNothing(Web who, String id, List<Try> tries) {
    for (var one : tries) {
      var there = answer(who, one, id);
      var nothing = answer(who, one, NOTHING);
      assertThat(there).as(one.method() + " " + one.path()).isEqualTo(nothing);
      assertThat(there).doesNotContain("500 ");
    }
  }

  private static String answer(Web who, Try one, String id) {
    var path = one.path().replace("{}", id);
    var fields = one.fields().clone();
    for (int i = 0; i < fields.length; i++) {
      fields[i] = fields[i].replace("{}", id);
    }
    var answer = one.method().equals("GET") ? who.get(path) : who.post(path, fields);
    var body =
        answer
            .body()
            .replace(id, "ID")
            .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
            .replaceAll("\\d{1,2}:\\d{2}(:\\d{2})?", "");
    return answer.statusCode() + " " + Web.header(answer, "location").replace(id, "ID") + body;
  }

  private String rowsOf(String table, String column, Object id) {
    return db.sql(
            "select string_agg(t::text, E'\\n' order by t::text) from %s t where %s = ?"
                .formatted(table, column))
        .param(id)
        .query(String.class)
        .optional()
        .orElse("");
  }

  private List<String> everythingOfAna() {
    var rows = new ArrayList<String>();
    for (var table :
        List.of(
            "badge_collection",
            "foreign_badge",
            "own_evidence",
            "name_correction",
            "passkey",
            "address",
            "badge_order",
            "profile")) {
      rows.add(rowsOf(table, "person_id", ana.value()));
    }
    rows.add(rowsOf("claim", "owner_id", ana.value()));
    return rows;
  }

  @Test
  void a_collection_of_somebody_else() {
    var hidden = collections.make(ana, "Mine alone").toString();
    var before = everythingOfAna();
    looksLikeNothing(
        eve,
        hidden,
        List.of(
            Try.get("/collections/{}"),
            Try.get("/home/collections/{}"),
            Try.post("/home/collections/{}", "name", "Stolen", "visibility", "public"),
            Try.post("/home/collections/{}/remove")));
    looksLikeNothing(Web.stranger(settings), hidden, List.of(Try.get("/collections/{}")));
    assertThat(everythingOfAna()).isEqualTo(before);
  }

  @Test
  void a_private_badge_of_somebody_else_cannot_be_put_into_a_collection_or_an_order() {
    var badge = held("exam.a", mailbox, ana).value();
    var own = collections.make(eveId(), "Hers");
    var form = "/home/collections/" + own;
    looksLikeNothing(
        eve,
        badge.toString(),
        List.of(
            Try.post(form, "name", "Hers", "visibility", "public", "badge", "{}"),
            Try.post("/home/arrange", "badge", "{}", "move", "FIRST"),
            Try.post("/home/arrange", "order", "{}")));
    assertThat(collections.find(own, eveId()).orElseThrow().badges()).isEmpty();
    assertThat(rowsOf("badge_order", "person_id", eveId().value()))
        .doesNotContain(badge.toString());
  }

  private PersonId eveId() {
    return accounts.ownerOf(EmailAddress.of("eve-" + mark + "@example.org")).orElseThrow();
  }

  @Test
  void a_badge_that_somebody_else_brought() {
    var kept = (Kept) foreign.fromBytes(ana, Bytes.utf8(new ElsewhereBadges().plain(mailbox)));
    var before = everythingOfAna();
    looksLikeNothing(
        eve,
        kept.id().toString(),
        List.of(
            Try.get("/imported/{}"),
            Try.get("/imported/{}/credential"),
            Try.get("/imported/{}/image.png"),
            Try.get("/imported/{}/original"),
            Try.post("/imported/{}/visibility", "visibility", "public"),
            Try.post("/imported/{}/check"),
            Try.post("/imported/{}/remove")));
    assertThat(everythingOfAna()).isEqualTo(before);
    assertThat(Web.signedIn(settings, mailbox, PASSWORD).get("/imported/" + kept.id()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void evidence_wishes_and_the_badge_itself() {
    var badge = held("exam.a", mailbox, ana);
    var own = Web.signedIn(settings, mailbox, PASSWORD);
    var evidence = "/home/badges/" + badge.value() + "/evidence";
    own.post(evidence, "title", "The network of a school");
    corrections.ask(ana, badge, new Corrections.Wish("Anna", "", false));
    var laid =
        db.sql("select id::text from own_evidence where person_id = ?")
            .param(ana.value())
            .query(String.class)
            .single();
    var eves = held("exam.b", "eve-" + mark + "@example.org", eveId());
    var before = everythingOfAna();
    looksLikeNothing(
        eve,
        badge.value().toString(),
        List.of(
            Try.get("/badges/{}"),
            Try.get("/badges/{}/share"),
            Try.get("/home/badges/{}"),
            Try.get("/home/badges/{}/image.png"),
            Try.get("/home/badges/{}/evidence"),
            Try.post("/home/badges/{}/evidence", "title", "Forged"),
            Try.post("/home/badges/{}/evidence/remove", "evidence", laid),
            Try.get("/home/badges/{}/correction"),
            Try.post("/home/badges/{}/correction", "name", "Queen"),
            Try.post("/home/badges/{}/correction/withdraw"),
            Try.post("/home/badges/{}/accept", "visibility", "public"),
            Try.post("/home/badges/{}/reject"),
            Try.post("/home/badges/{}/take-back"),
            Try.post("/home/badges/{}/visibility", "visibility", "public"),
            Try.post("/badges/{}/share/visibility", "visibility", "public")));
    looksLikeNothing(
        eve,
        laid,
        List.of(Try.post("/home/badges/" + eves.value() + "/evidence/remove", "evidence", "{}")));
    assertThat(everythingOfAna()).isEqualTo(before);
  }

  @Test
  void sessions_passkeys_and_addresses() {
    var own = Web.signedIn(settings, mailbox, PASSWORD);
    addresses.add(ana, EmailAddress.of("second-" + mailbox));
    Until.holds(() ->
        !rowsOf("address", "token_hash is not null and person_id", ana.value())
            .isEmpty()); // its letter is written
    var passkey = UUID.randomUUID();
    db.sql(
            """
            insert into passkey (id, person_id, credential_id, attested, sign_count, backup_eligible, backed_up, name, added_at)
            values (?, ?, ?, '\\x00', 0, false, false, 'Blue phone', now())
            """)
        .params(passkey, ana.value(), mark.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        .update();
    var before = everythingOfAna();
    looksLikeNothing(
        eve,
        passkey.toString(),
        List.of(
            Try.post("/account/passkeys/remove", "id", "{}"),
            Try.post("/account/passkeys/name", "id", "{}", "name", "Stolen")));
    for (var address : addresses.of(ana)) {
      looksLikeNothing(
          eve,
          address.id().toString(),
          List.of(
              Try.post("/account/addresses/main", "id", "{}"),
              Try.post("/account/addresses/remove", "id", "{}")));
    }
    looksLikeNothing(eve, handle(own), List.of(Try.post("/account/sessions/end", "session", "{}")));
    assertThat(everythingOfAna()).isEqualTo(before);
    assertThat(own.get("/home").statusCode()).isEqualTo(200);
  }

  /** What her page calls another of her sessions. */
  private String handle(Web own) {
    Web.signedIn(settings, mailbox, PASSWORD);
    var found =
        java.util.regex.Pattern.compile("name=\"session\" value=\"([^\"]+)\"")
            .matcher(own.get("/account/security").body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void a_claim_link_of_somebody_else_gives_a_signed_in_stranger_nothing() {
    var id = badges.issue(academy, EmailAddress.of(mailbox), "Ana", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    var link = links.fresh(id).getPath();
    var answer = eve.post(link + "/accept", "visibility", "public"); // says whose badge it is
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(claims.of(id).orElseThrow().owner()).isNull();
  }

  @Test
  void what_another_organisation_received_and_decides() {
    catalogue.importFiles(academy.id(), Rows.catalogue());
    var rows =
        new Rows()
            .add("candidate_id", "A" + mark, "email", mailbox, "birth_month", "1990-05")
            .add(
                "candidate_id",
                "B" + mark,
                "email",
                "ana-" + mark + "+x@example.org",
                "birth_month",
                "1990-05",
                "exam_code",
                "MO-300");
    var file = intake.accept(academy.id(), "certiport", "results.csv", rows.stream());
    Until.holds(() -> merges.count(academy.id(), MergeProposal.State.OPEN) == 1);
    var proposal =
        db.sql("select id::text from merge_proposal where organisation_id = ?")
            .param(academy.id().value())
            .query(String.class)
            .single();
    corrections.ask(ana, held("exam.a", mailbox, ana), new Corrections.Wish("Anna", "", false));
    var wish = corrections.open(academy.id(), 1).getFirst().id().toString();
    var theirs = badges.academy();
    members.grant("test", eveId().value(), theirs.id(), Role.OWNER);
    var before = everythingOfAcademy();
    // Under her own organisation, and under the one that has it.
    for (var console : List.of("/console/" + theirs.slug(), "/console/" + academy.slug())) {
      looksLikeNothing(
          eve,
          file.value().toString(),
          List.of(Try.get(console + "/results/{}"), Try.get(console + "/results/{}/report.csv")));
      looksLikeNothing(
          eve,
          proposal,
          List.of(
              Try.post(console + "/merges/{}/merge"), Try.post(console + "/merges/{}/dismiss")));
      looksLikeNothing(
          eve,
          wish,
          List.of(
              Try.post(console + "/corrections/{}/approve"),
              Try.post(console + "/corrections/{}/decline", "reason", "no")));
    }
    assertThat(everythingOfAcademy()).isEqualTo(before);
    var merge =
        merges.merge(
            "test",
            academy.id(),
            new org.insignia.server.results.MergeProposalId(UUID.fromString(proposal)));
    looksLikeNothing(
        eve,
        merge.value().toString(),
        List.of(
            Try.post("/console/" + theirs.slug() + "/merges/past/{}/undo"),
            Try.post("/console/" + academy.slug() + "/merges/past/{}/undo")));
    assertThat(merges.past(academy.id(), 1).getFirst().undoneAt()).isEmpty();
  }

  private List<String> everythingOfAcademy() {
    return List.of(
        rowsOf("merge_proposal", "organisation_id", academy.id().value()),
        rowsOf("dossier_merge", "organisation_id", academy.id().value()),
        rowsOf("name_correction", "organisation_id", academy.id().value()),
        rowsOf("intake", "organisation_id", academy.id().value()));
  }
}
