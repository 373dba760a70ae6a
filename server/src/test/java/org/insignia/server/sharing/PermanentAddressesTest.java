package org.insignia.server.sharing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An address that was given away once goes on working, whatever changes behind it. */
@ServerTest
class PermanentAddressesTest {
  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired Profiles profiles;
  @Autowired Credentials credentials;
  @Autowired Achievements achievements;
  @Autowired CatalogImports imports;

  private final EmailAddress address = EmailAddress.of("p" + UUID.randomUUID() + "@example.org");
  private Organisation academy;
  private PersonId ana;
  private CredentialId id;
  private String path;
  private Web stranger;

  @BeforeEach
  void shown() {
    stranger = Web.stranger(settings);
    academy = badges.academy();
    id = badges.issue(academy, "exam.a", address, "Ana Sliva", Language.EN);
    until(() -> claims.of(id).isPresent());
    ana = accounts.createConfirmed("Ana Silva", address, "violet otter lantern", Language.EN);
    claims.accept(ana, id, Visibility.PUBLIC);
    path = "/badges/" + id.value();
  }

  @Test
  void a_new_name_and_look_changes_no_address_and_no_picture_of_badges_issued_before() {
    var before = achievements.of(academy.id(), "exam.a").orElseThrow();
    var achievement = "/org/" + academy.slug() + "/badge/" + before.slug();
    var picture = achievement + "/image.png?design=" + before.design().value() + "&size=96";
    var pixels = stranger.bytes(picture).body();
    var baked = stranger.bytes(path + "/image.png").body();
    imports.importFiles(
        academy.id(),
        List.of(
            SourceFile.of(
                "rows.jsonl",
                """
                {"uid":"exam.a","number":"NW-100","title":"Quantum Networking","snapshot":"2026-06-01","locale":"en-us"}
                """
                    .getBytes(UTF_8))));
    until(() -> achievements.of(academy.id(), "exam.a").orElseThrow().name().contains("Quantum"));
    var after = achievements.of(academy.id(), "exam.a").orElseThrow();
    assertThat(after.slug()).isEqualTo(before.slug());
    assertThat(after.design()).isNotEqualTo(before.design());
    assertThat(stranger.get(achievement).statusCode()).isEqualTo(200);
    assertThat(stranger.bytes(picture).body()).isEqualTo(pixels);
    assertThat(stranger.bytes(path + "/image.png").body()).isEqualTo(baked);
    assertThat(stranger.get(path).body()).contains(before.design().value().toString());
  }

  @Test
  void the_address_of_a_replaced_badge_leads_people_to_the_copy_and_says_to_programs_it_is_void() {
    var corrected = credentials.replace("test", id, "Ana Silva", "misspelt");
    until(() -> claims.of(corrected).filter(c -> c.isPublic()).isPresent());
    var answer = stranger.get(path);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Web.header(answer, "location")).endsWith("/badges/" + corrected.value());
    for (var form : List.of(".json", "/image.png", "/image.svg")) {
      assertThat(stranger.bytes(path + form).statusCode()).as(form).isEqualTo(200);
    }
    var old = Baking.unbake(Bytes.wrap(stranger.bytes(path + "/image.png").body())).orElseThrow();
    assertThat(old.text()).contains("Ana Sliva");
    var again = credentials.replace("test", corrected, "Ana M. Silva", "incomplete");
    until(() -> claims.of(again).filter(c -> c.isPublic()).isPresent());
    assertThat(Web.header(stranger.get(path), "location")).endsWith("/badges/" + again.value());
  }

  @Test
  void every_former_address_of_a_profile_leads_to_the_present_one_and_is_nobody_elses() {
    var first = accounts.person(ana).vanity();
    rename("ana-" + UUID.randomUUID().toString().substring(0, 8));
    var second = accounts.person(ana).vanity();
    rename("ana-" + UUID.randomUUID().toString().substring(0, 8));
    var third = accounts.person(ana).vanity();
    for (var former : List.of(first, second, ana.value().toString())) {
      var answer = stranger.get("/users/" + former);
      assertThat(answer.statusCode()).as(former).isEqualTo(301);
      assertThat(Web.header(answer, "location")).endsWith("/users/" + third);
    }
    assertThat(stranger.get("/users/" + third + "/badges").statusCode()).isEqualTo(301);
    var bo =
        accounts.createConfirmed(
            "Bo",
            EmailAddress.of("b" + UUID.randomUUID() + "@example.org"),
            "violet otter lantern",
            Language.EN);
    assertThat(profiles.change(bo, new Profiles.Wish("Bo", first, Language.EN, "", List.of())))
        .contains(Profiles.Objection.VANITY_TAKEN);
  }

  private void rename(String vanity) {
    var wish = new Profiles.Wish("Ana Silva", vanity, Language.EN, "", List.of());
    assertThat(profiles.change(ana, wish)).isEmpty();
  }

  private static void until(java.util.function.BooleanSupplier holds) {
    var end = System.nanoTime() + java.time.Duration.ofMinutes(1).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
  }
}
