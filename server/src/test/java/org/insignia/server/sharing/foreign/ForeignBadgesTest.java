package org.insignia.server.sharing.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.openbadges.baking.BakedKind;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.report.Verdict;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.DesignImages;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.sharing.foreign.ImportOutcome.Kept;
import org.insignia.server.sharing.foreign.ImportOutcome.Known;
import org.insignia.server.sharing.foreign.ImportOutcome.Refusal;
import org.insignia.server.sharing.foreign.ImportOutcome.Refused;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ForeignBadgesTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired ForeignBadges badges;
  @Autowired ForeignBadgeStore store;
  @Autowired Accounts accounts;
  @Autowired Settings settings;
  @Autowired TestBadges own;
  @Autowired Achievements achievements;
  @Autowired Claims claims;
  @Autowired DesignImages images;
  @Autowired MailSink sink;

  private final ElsewhereBadges elsewhere = new ElsewhereBadges();
  private final String address = "Ana." + UUID.randomUUID() + "@example.org";
  private PersonId ana;

  @BeforeEach
  void somebody() {
    ana = accounts.createConfirmed("Ana Núñez", EmailAddress.of(address), PASSWORD, Language.EN);
  }

  @Test
  void a_badge_made_out_to_the_plain_address_is_kept_with_its_own_issuer_and_verdict() {
    var id = kept(elsewhere.plain(address));
    var badge = badges.find(id, ana).orElseThrow();
    assertThat(badge.name()).isEqualTo("Lighthouse Keeping");
    assertThat(badge.issuer()).isEqualTo("Harbour Institute");
    assertThat(badge.issuerId()).startsWith("did:key:");
    assertThat(badge.report().verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
    assertThat(badge.confirmed()).isTrue();
    assertThat(badge.isPublic()).isFalse();
  }

  @Test
  void a_badge_made_out_to_the_hash_of_the_address_is_kept_whatever_case_was_hashed() {
    assertThat(badges.find(kept(elsewhere.hashed(address)), ana).orElseThrow().confirmed())
        .isTrue();
    assertThat(
            badges
                .find(kept(elsewhere.hashed(address.toLowerCase(java.util.Locale.ROOT))), ana)
                .orElseThrow()
                .confirmed())
        .isTrue();
  }

  @Test
  void a_badge_made_out_to_somebody_else_is_refused() {
    assertThat(refusal(elsewhere.plain("bo@example.org"))).isEqualTo(Refusal.OF_OTHERS);
    assertThat(refusal(elsewhere.hashed("bo@example.org"))).isEqualTo(Refusal.OF_OTHERS);
    assertThat(badges.of(ana)).isEmpty();
  }

  @Test
  void a_badge_that_names_nobody_is_for_its_holders_eyes_only() {
    var id = kept(elsewhere.unnamed());
    assertThat(badges.find(id, ana).orElseThrow().confirmed()).isFalse();
    assertThatThrownBy(() -> badges.show(ana, id, true)).hasMessageContaining("stays private");
    assertThat(badges.find(id, null)).isEmpty();
  }

  @Test
  void what_was_altered_or_is_no_badge_or_is_our_own_is_refused() {
    assertThat(refusal(elsewhere.plain(address).replace("Lighthouse", "Rocket")))
        .isEqualTo(Refusal.NOT_VALID);
    assertThat(refusal("hello")).isEqualTo(Refusal.NOT_VALID);
    assertThat(badges.fromBytes(ana, Bytes.utf8(""))).isEqualTo(new Refused(Refusal.NOTHING, null));
    assertThat(badges.fromBytes(ana, Bytes.wrap(new byte[(2 << 20) + 1])))
        .isEqualTo(new Refused(Refusal.TOO_LARGE, null));
    var issued = own.issue(own.academy(), EmailAddress.of(address), "Ana", Language.EN);
    new Mailbox(sink).newestTo(address);
    claims.accept(ana, issued, Visibility.PUBLIC);
    assertThat(
            ((Refused)
                    badges.fromAddress(ana, settings.url("/badges/" + issued.value()).toString()))
                .refusal())
        .isEqualTo(Refusal.OUR_OWN);
  }

  @Test
  void addresses_that_lead_inside_or_nowhere_are_refused() {
    for (var url :
        List.of(
            "ftp://example.org/x",
            "file:///etc/passwd",
            "https://user:secret@example.org/",
            "http://[",
            "not an address")) {
      assertThat(badges.fromAddress(ana, url))
          .as(url)
          .isEqualTo(new Refused(Refusal.NO_ADDRESS, null));
    }
    for (var url :
        List.of(
            "http://169.254.169.254/latest/meta-data",
            "https://10.0.0.1/badge.json",
            "https://nowhere.invalid/badge.json")) {
      assertThat(badges.fromAddress(ana, url))
          .as(url)
          .isEqualTo(new Refused(Refusal.NOT_FETCHED, null));
    }
  }

  @Test
  void one_badge_is_kept_once_in_whatever_form_it_comes() {
    var json = elsewhere.plain(address);
    var id = kept(json);
    assertThat(badges.fromBytes(ana, Bytes.utf8(json))).isEqualTo(new Known(id));
    assertThat(badges.fromBytes(ana, baked(json))).isEqualTo(new Known(id));
    assertThat(badges.of(ana)).hasSize(1);
  }

  @Test
  void a_baked_picture_is_shown_as_pixels_of_our_own() throws Exception {
    var json = elsewhere.plain(address);
    var outcome = badges.fromBytes(ana, baked(json));
    assertThat(outcome).isInstanceOf(Kept.class);
    var id = ((Kept) outcome).id();
    var shown = badges.picture(id).orElseThrow();
    assertThat(new String(shown.view(), StandardCharsets.ISO_8859_1))
        .startsWith("\u0089PNG")
        .doesNotContain("openbadgecredential", "Lighthouse");
    assertThat(badges.original(ana, id).orElseThrow().bytes()).isEqualTo(baked(json));
    assertThat(badges.document(id)).contains(json);
  }

  @Test
  void strangers_see_a_public_one_and_nothing_of_a_private_one() {
    var id = kept(elsewhere.plain(address));
    var stranger = Web.stranger(settings);
    var forms = Stream.of("", "/image.png", "/credential").map(f -> "/imported/" + id + f).toList();
    for (var form : forms) {
      assertThat(stranger.get(form).statusCode()).as(form).isEqualTo(404);
    }
    badges.show(ana, id, true);
    for (var form : forms) {
      assertThat(stranger.get(form).statusCode()).as(form).isEqualTo(200);
    }
    assertThat(stranger.get("/imported/" + id + "/original").statusCode()).isEqualTo(404);
    var page = stranger.get("/imported/" + id).body();
    assertThat(page)
        .contains(
            "Badge from elsewhere",
            "Harbour Institute",
            "Valid signature but issuer not known here",
            "Ana Núñez",
            "&lt;b&gt;through&lt;/b&gt;")
        .doesNotContain("<b>through", "Remove this badge");
    assertThat(Web.header(stranger.get("/imported/" + id), "set-cookie")).isEmpty();
    badges.show(ana, id, false);
    for (var form : forms) {
      assertThat(stranger.get(form).statusCode()).as(form).isEqualTo(404);
    }
  }

  @Test
  void the_form_takes_a_file_a_text_and_says_politely_what_is_wrong() {
    var web = Web.signedIn(settings, address, PASSWORD);
    var taken =
        web.upload("/home/import", "file", "badge.png", baked(elsewhere.plain(address)).view());
    assertThat(taken.statusCode()).isEqualTo(303);
    assertThat(Web.header(taken, "location")).contains("/imported/").endsWith("?done=kept");
    assertThat(web.get("/home/import").body()).contains("1 badge is here");
    var refused = web.post("/home/import", "badge", "nothing at all");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("This badge was not imported.", "It is not a badge");
    assertThat(web.upload("/home/import", "badge", "x", new byte[] {1}).statusCode())
        .isEqualTo(400);
    assertThat(Web.stranger(settings).get("/home/import").statusCode()).isEqualTo(303);
    assertThat(Web.stranger(settings).post("/home/import", "badge", "x").statusCode())
        .isEqualTo(403);
  }

  @Test
  void nobody_else_can_change_or_remove_it() {
    var id = kept(elsewhere.plain(address));
    var other = "bo" + UUID.randomUUID() + "@example.org";
    accounts.createConfirmed("Bo", EmailAddress.of(other), PASSWORD, Language.EN);
    var bo = Web.signedIn(settings, other, PASSWORD);
    assertThat(bo.post("/imported/" + id + "/visibility", "visibility", "public").statusCode())
        .isEqualTo(404);
    assertThat(bo.post("/imported/" + id + "/check").statusCode()).isEqualTo(404);
    assertThat(bo.post("/imported/" + id + "/remove").statusCode()).isEqualTo(404);
    assertThat(bo.get("/imported/" + id + "/original").statusCode()).isEqualTo(404);
    assertThat(badges.find(id, ana)).isPresent();
  }

  @Test
  void a_check_that_is_due_is_made_and_what_is_no_longer_confirmed_is_private_at_once() {
    var id = kept(elsewhere.plain(address));
    badges.show(ana, id, true);
    var before = badges.find(id, null).orElseThrow();
    store.tried(id, before.checkedAt(), java.time.Instant.EPOCH);
    until(() -> badges.find(id, ana).orElseThrow().checkedAt().isAfter(before.checkedAt()));
    assertThat(badges.find(id, null)).isPresent();
    store.checked(id, before.report(), false, before.checkedAt());
    assertThat(badges.find(id, null)).isEmpty();
  }

  @Test
  void an_expired_badge_is_kept_and_said_to_be_over() {
    var id = kept(elsewhere.expired(address));
    badges.show(ana, id, true);
    assertThat(Web.stranger(settings).get("/imported/" + id).body())
        .contains("Expired: ", "It was genuine, but its time is over.");
  }

  @Test
  void hostile_pictures_are_refused_politely_and_nothing_hidden_in_them_is_shown()
      throws Exception {
    var folder =
        Path.of(System.getProperty("insignia.shared", "../../shared")).resolve("data/hostile");
    Assumptions.assumeTrue(Files.isDirectory(folder), "needs " + folder);
    int taken = 0;
    for (var area : List.of("png-baked", "svg")) {
      for (var line : Files.readAllLines(folder.resolve("expected/" + area + ".jsonl"))) {
        var expected = Json.parseObject(Bytes.utf8(line));
        var file = String.valueOf(expected.string("file"));
        var wanted = String.valueOf(expected.string("expect"));
        var outcome = brought(Bytes.wrap(Files.readAllBytes(folder.resolve(file))));
        if (wanted.equals("reject") || wanted.equals("reject-no-fetch")) {
          assertThat(outcome).as(file).isInstanceOf(Refused.class);
        }
        if (outcome instanceof Kept kept) {
          taken++;
          var shown = badges.picture(kept.id()).map(Bytes::toArray).orElse(new byte[0]);
          assertThat(new String(shown, StandardCharsets.ISO_8859_1))
              .as(file)
              .doesNotContain("<script", "PK\u0003\u0004", "GPS", "Exif", "iTXt", "zTXt", "iCCP");
        }
      }
    }
    assertThat(taken).isPositive();
  }

  /** By somebody new each time, so that nobody is too fast. */
  private ImportOutcome brought(Bytes badge) {
    var mailbox = EmailAddress.of("h" + UUID.randomUUID() + "@example.org");
    return badges.fromBytes(accounts.createConfirmed("Ana", mailbox, PASSWORD, Language.EN), badge);
  }

  private Bytes baked(String json) {
    var academy = own.academy();
    var look = achievements.all(academy.id()).getFirst().design();
    return Baking.bakePng(images.png(fixed(look), 128), BakedKind.OPEN_BADGE_3, json);
  }

  private DesignId fixed;

  /** The same picture each time, so that the same file comes out. */
  private DesignId fixed(DesignId look) {
    fixed = Optional.ofNullable(fixed).orElse(look);
    return fixed;
  }

  private UUID kept(String badge) {
    var outcome = badges.fromBytes(ana, Bytes.utf8(badge));
    assertThat(outcome).isInstanceOf(Kept.class);
    return ((Kept) outcome).id();
  }

  private Refusal refusal(String badge) {
    var outcome = badges.fromBytes(ana, Bytes.utf8(badge));
    assertThat(outcome).isInstanceOf(Refused.class);
    return ((Refused) outcome).refusal();
  }

  private static void until(java.util.function.BooleanSupplier holds) {
    var end = System.nanoTime() + java.time.Duration.ofMinutes(1).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
  }
}
