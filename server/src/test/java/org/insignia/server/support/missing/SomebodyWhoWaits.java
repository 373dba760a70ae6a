package org.insignia.server.support.missing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.merge.AccountMerges;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.hand.Giving;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.Merges;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** An organisation with a catalogue, and Ana, who waits for a badge of it. */
abstract class SomebodyWhoWaits {
  static final String PASSWORD = "violet otter lantern";
  static final String MORE =
      """
      {"uid":"certification.az-admin","slug":"az-admin","type":"role-based","levels":[],"roles":[],"products":[],\
      "exams":["exam.az-104"],"prerequisites":[],"renewalUid":null,"hidden":false,"iconUrl":"","title":"Administrator",\
      "locale":"en-us","snapshot":"2021-07-12"}
      {"uid":"certification.old-legacy","slug":"old","type":"role-based","levels":[],"roles":[],"products":[],\
      "exams":["exam.mb-2-716"],"prerequisites":[],"renewalUid":null,"hidden":false,"iconUrl":"","title":"Old one",\
      "locale":"en-us","snapshot":"2021-07-12"}
      """;
  static final String REQUIREMENTS =
      """
      {"certification":"certification.az-admin","requires":{"exam":"exam.az-104"},"basis":"single-exam",\
      "snapshot":"2021-07-12","listedExams":["exam.az-104"]}
      """;

  @Autowired Intake intake;

  @Autowired Achievements achievements;
  @Autowired Giving giving;
  @Autowired FactGathering gathering;
  @Autowired Merges merges;
  @Autowired Accounts accounts;
  @Autowired Addresses addresses;
  @Autowired AccountMerges accountMerges;
  @Autowired Profiles profiles;
  @Autowired Organisations organisations;
  @Autowired CatalogImports imports;
  @Autowired Catalog catalog;
  @Autowired Claims claims;
  @Autowired Credentials credentials;
  @Autowired MailSink sink;
  @Autowired Settings settings;

  final String tag = UUID.randomUUID().toString().substring(0, 8);
  Organisation organisation;
  PersonId ana;
  int files;

  @BeforeEach
  void an_organisation_and_somebody_who_waits_for_a_badge() {
    organisation =
        organisations.create("test", "m" + UUID.randomUUID(), "Northwind", null, "x@n.example");
    var all = new ArrayList<>(Rows.catalogue());
    all.add(file("more.jsonl", MORE));
    all.add(file("more-requirements.jsonl", REQUIREMENTS));
    imports.importFiles(organisation.id(), all);
    ana = person("ana");
  }

  static SourceFile file(String name, String text) {
    return SourceFile.of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  EmailAddress at(String name) {
    return EmailAddress.of(name + "." + tag + "@example.org");
  }

  PersonId person(String name) {
    return accounts.createConfirmed("Ana Silva", at(name), PASSWORD, Language.EN);
  }

  /** One row of a results file, read to its end; names and values in turn. */
  void sends(String... changes) {
    var row = new ArrayList<>(List.of("email", at("ana").value(), "candidate_id", "C" + tag));
    row.addAll(List.of(changes));
    var rows = new Rows().add(row.toArray(String[]::new));
    var id = intake.accept(organisation.id(), "", "r" + files++ + ".csv", rows.stream());
    Until.holds(() -> intake.report(id).state() != IntakeReport.State.WAITING);
    assertThat(intake.report(id).refused()).isZero();
  }

  Walk walk(String uid) {
    var wanted = gathering.wanted(organisation, uid, Language.EN).orElseThrow();
    return Walk.of(gathering.ofEarner(ana, wanted));
  }

  List<Cause> causes(String uid) {
    return walk(uid).found().stream().map(Found::cause).toList();
  }

  /** The cause is found, and after a moment nothing else. */
  Found finds(String uid, Cause cause) {
    Until.holds(() -> causes(uid).equals(List.of(cause)));
    return walk(uid).found().getFirst();
  }

  /** It waits, is accepted, and nothing stands in the way any more. */
  void isClaimed(String uid) {
    finds(uid, Cause.WAITING);
    claims.accept(ana, credential(uid).id(), Claim.Visibility.PUBLIC);
    profiles.show(ana, Profile.Visibility.PUBLIC, false);
    assertThat(causes(uid)).isEmpty();
    assertThat(walk(uid).steps())
        .allSatisfy(step -> assertThat(step.state()).isEqualTo(Walk.State.PASSED));
  }

  Credential credential(String uid) {
    var wanted = gathering.wanted(organisation, uid, Language.EN).orElseThrow();
    return java.util.Objects.requireNonNull(gathering.ofEarner(ana, wanted).issued().credential());
  }

  Web signedIn() {
    return Web.signedIn(settings, at("ana").value(), PASSWORD);
  }

  String link(EmailAddress to, String kind) {
    var form = Pattern.compile("/" + kind + "/[A-Za-z0-9_-]{43}");
    var mail =
        new Mailbox(sink)
            .await(
                m -> m.to().equals(to.value()) && form.matcher(m.text()).find(),
                kind + " to " + to);
    var found = form.matcher(mail.text());
    assertThat(found.find()).isTrue();
    return found.group();
  }
}
