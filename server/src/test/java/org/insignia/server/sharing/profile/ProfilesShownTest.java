package org.insignia.server.sharing.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
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
import org.insignia.server.sharing.collections.BadgeCollections;
import org.insignia.server.sharing.foreign.ElsewhereBadges;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.insignia.server.sharing.foreign.ImportOutcome.Kept;
import org.insignia.server.sharing.profile.Gallery.Move;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ProfilesShownTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired Profiles profiles;
  @Autowired Gallery gallery;
  @Autowired ForeignBadges foreign;
  @Autowired BadgeCollections collections;
  @Autowired Credentials credentials;

  private final String address = "a" + UUID.randomUUID() + "@example.org";
  private PersonId ana;
  private Organisation academy;
  private Web stranger;

  @BeforeEach
  void somebody() {
    academy = badges.academy();
    stranger = Web.stranger(settings);
    ana = accounts.createConfirmed("Ana Núñez", EmailAddress.of(address), PASSWORD, Language.EN);
  }

  @Test
  void the_earner_sets_the_order_and_new_badges_come_first() {
    var first = shown("exam.a");
    var second = shown("exam.b");
    var third = shown("certification.cloud");
    gallery.arrange(ana, List.of(third, first, second));
    assertThat(order()).containsExactly(third, first, second);
    gallery.move(ana, second, Move.UP);
    assertThat(order()).containsExactly(third, second, first);
    gallery.move(ana, third, Move.DOWN);
    assertThat(order()).containsExactly(second, third, first);
    gallery.move(ana, first, Move.FIRST);
    assertThat(order()).containsExactly(first, second, third);
    gallery.move(ana, first, Move.LAST);
    assertThat(order()).containsExactly(second, third, first);
    gallery.move(ana, second, Move.UP);
    assertThat(order()).containsExactly(second, third, first);
    var fresh = brought();
    assertThat(order()).containsExactly(fresh, second, third, first);
  }

  @Test
  void a_hidden_badge_comes_back_to_its_place_and_a_corrected_copy_takes_it_over() {
    var first = shown("exam.a");
    var second = shown("exam.b");
    gallery.arrange(ana, List.of(first, second));
    claims.show(ana, new CredentialId(first), Visibility.PRIVATE);
    assertThat(order()).containsExactly(second);
    gallery.move(ana, second, Move.FIRST);
    claims.show(ana, new CredentialId(first), Visibility.PUBLIC);
    assertThat(order()).containsExactly(second, first);
    var corrected = credentials.replace("test", new CredentialId(first), "Ana N.", "misspelt");
    until(() -> claims.of(corrected).filter(c -> c.isPublic()).isPresent());
    assertThat(order()).containsExactly(second, corrected.value());
  }

  @Test
  void the_order_page_works_with_plain_forms_and_only_for_oneself() {
    var first = shown("exam.a");
    var second = shown("exam.b");
    gallery.arrange(ana, List.of(first, second));
    var web = Web.signedIn(settings, address, PASSWORD);
    var answer = web.post("/home/arrange", "badge", second.toString(), "move", "up");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(order()).containsExactly(second, first);
    assertThat(web.post("/home/arrange", "order", first + "," + second).statusCode())
        .isEqualTo(204);
    assertThat(order()).containsExactly(first, second);
    assertThat(web.post("/home/arrange", "badge", second.toString(), "move", "away").statusCode())
        .isEqualTo(422);
    assertThat(
            stranger.post("/home/arrange", "badge", second.toString(), "move", "up").statusCode())
        .isEqualTo(403);
    assertThat(stranger.get("/home/arrange").statusCode()).isEqualTo(303);
  }

  @Test
  void badges_json_has_what_programs_read_and_pages_reach_all() {
    var ids = new ArrayList<UUID>();
    for (var uid : List.of("exam.a", "exam.b", "certification.cloud")) {
      ids.add(shown(uid));
    }
    Collections.reverse(ids);
    gallery.arrange(ana, ids);
    var path = "/users/" + vanity() + "/badges.json";
    var all = json(path);
    assertThat(ids(all)).isEqualTo(ids);
    var first = (JsonObject) all.list("data").getFirst();
    assertThat(first.string("earner_path")).isEqualTo("/users/" + vanity());
    assertThat(first.string("issued_at_date")).isEqualTo("2026-03-04");
    assertThat(first.string("state")).isEqualTo("accepted");
    assertThat(first.string("image_url")).startsWith(settings.baseUrl() + "/images/");
    assertThat(first.object("badge_template").string("name")).contains("Cloud Administrator");
    assertThat(first.object("badge_template").list("skills")).isNotEmpty();
    assertThat(
            ((JsonObject) first.object("issuer").list("entities").getFirst())
                .object("entity")
                .string("name"))
        .isEqualTo("Northwind Academy");
    var seen = new ArrayList<UUID>();
    var next = path + "?page_size=2&page=1";
    while (next != null) {
      var page = json(next);
      seen.addAll(ids(page));
      assertThat(((JsonNumber) page.object("metadata").get("total_pages")).literal())
          .isEqualTo("2");
      var url = page.object("metadata").string("next_page_url");
      next = url == null ? null : url.substring(settings.baseUrl().toString().length());
    }
    assertThat(seen).isEqualTo(ids);
    assertThat(json(path + "?per_page=9999&page=x").object("metadata").get("per"))
        .isEqualTo(new JsonNumber("500"));
  }

  @Test
  void json_is_open_to_every_site_and_says_when_nothing_changed() {
    shown("exam.a");
    for (var path :
        List.of(
            "/users/" + vanity() + ".json",
            "/users/" + vanity() + "/badges.json",
            "/users/" + ana.value() + "/badges.json",
            "/api/v1/users/" + vanity() + "/external_badges/open_badges/public")) {
      var answer = stranger.bytes(path, "Origin", "https://example.org");
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(Web.header(answer, "access-control-allow-origin")).isEqualTo("*");
      assertThat(Web.header(answer, "cache-control")).isEqualTo("max-age=30, public");
      assertThat(Web.header(answer, "set-cookie")).isEmpty();
      var again = stranger.bytes(path, "If-None-Match", Web.header(answer, "etag"));
      assertThat(again.statusCode()).isEqualTo(304);
    }
    var person = json("/users/" + vanity() + ".json").object("data");
    assertThat(person.string("first_name")).isEqualTo("Ana");
    assertThat(person.string("last_name")).isEqualTo("Núñez");
  }

  @Test
  void a_badge_of_elsewhere_stands_among_the_others_and_is_told_apart() {
    shown("exam.a");
    var id = brought();
    var page = stranger.get("/users/" + vanity()).body();
    assertThat(page)
        .contains("/imported/" + id, "Lighthouse Keeping", "Harbour Institute")
        .contains("Badge from elsewhere", "Valid signature but issuer not known here", "2 badges");
    assertThat(json("/users/" + vanity() + "/badges.json").list("data")).hasSize(1);
    var external = json("/api/v1/users/" + vanity() + "/external_badges/open_badges/public");
    assertThat(
            ((JsonObject) external.list("data").getFirst())
                .object("external_badge")
                .string("verdict"))
        .isEqualTo("unknown-issuer");
  }

  @Test
  void a_private_profile_is_nowhere_and_its_public_badges_do_not_lead_to_it() {
    var id = shown("exam.a");
    brought();
    var collection = collections.make(ana, "Sea");
    collections.change(ana, collection, new BadgeCollections.Wish("Sea", "", true, List.of(id)));
    var forms =
        List.of(
            "/users/" + vanity(),
            "/users/" + vanity() + ".json",
            "/users/" + vanity() + "/badges.json",
            "/users/" + ana.value() + "/badges.json",
            "/api/v1/users/" + vanity() + "/external_badges/open_badges/public",
            "/collections/" + collection);
    for (var form : forms) {
      assertThat(stranger.get(form).statusCode()).as(form).isIn(200, 301);
    }
    assertThat(stranger.get("/badges/" + id).body()).contains("/users/" + vanity());
    profiles.show(ana, Profile.Visibility.PRIVATE, false);
    for (var form : forms) {
      assertThat(stranger.get(form).statusCode()).as(form).isEqualTo(404);
    }
    assertThat(stranger.get("/badges/" + id).body()).doesNotContain("/users/" + vanity());
    assertThat(json("/api/v1/public_badges/" + id).object("data").string("earner_path")).isNull();
    assertThat(Web.signedIn(settings, address, PASSWORD).get("/users/" + vanity()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_renamed_profile_answers_at_its_old_address_too() {
    shown("exam.a");
    var before = vanity();
    var wish =
        new Profiles.Wish(
            "Ana Núñez",
            "ana-" + UUID.randomUUID().toString().substring(0, 8),
            Language.EN,
            "Keeps lights burning",
            List.of("https://example.org/ana"));
    assertThat(profiles.change(ana, wish)).isEmpty();
    var moved = stranger.get("/users/" + before);
    assertThat(moved.statusCode()).isEqualTo(301);
    assertThat(Web.header(moved, "location")).endsWith("/users/" + wish.vanity());
    assertThat(stranger.get("/users/" + ana.value()).statusCode()).isEqualTo(301);
    assertThat(json("/users/" + before + "/badges.json").list("data")).hasSize(1);
    assertThat(stranger.get("/users/" + wish.vanity()).body())
        .contains("Keeps lights burning", "https://example.org/ana");
    profiles.show(ana, Profile.Visibility.PRIVATE, false);
    assertThat(stranger.get("/users/" + before).statusCode()).isEqualTo(404);
  }

  @Test
  void collections_are_private_at_first_and_show_only_what_is_public() {
    var first = shown("exam.a");
    var second = shown("exam.b");
    var id = collections.make(ana, "  For my\u202e application  ");
    assertThat(stranger.get("/collections/" + id).statusCode()).isEqualTo(404);
    collections.change(
        ana,
        id,
        new BadgeCollections.Wish("Sea", "By the sea.\n\nFar out.", true, List.of(first, second)));
    claims.show(ana, new CredentialId(second), Visibility.PRIVATE);
    assertThat(stranger.get("/collections/" + id).body())
        .contains("Sea", "By the sea.", "/badges/" + first)
        .doesNotContain("/badges/" + second);
    assertThat(stranger.get("/users/" + vanity()).body()).contains("/collections/" + id);
    var other = "b" + UUID.randomUUID() + "@example.org";
    accounts.createConfirmed("Bo", EmailAddress.of(other), PASSWORD, Language.EN);
    var bo = Web.signedIn(settings, other, PASSWORD);
    assertThat(bo.get("/home/collections/" + id).statusCode()).isEqualTo(404);
    assertThat(bo.post("/home/collections/" + id, "name", "Mine").statusCode()).isEqualTo(404);
    assertThat(bo.post("/home/collections/" + id + "/remove").statusCode()).isEqualTo(404);
    var web = Web.signedIn(settings, address, PASSWORD);
    assertThat(web.post("/home/collections", "name", " ").statusCode()).isEqualTo(422);
    assertThat(web.post("/home/collections/" + id, "name", "").statusCode()).isEqualTo(422);
    assertThat(
            web.post("/home/collections/" + id, "name", "Sea", "visibility", "private")
                .statusCode())
        .isEqualTo(303);
    assertThat(stranger.get("/collections/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void own_evidence_stands_beside_the_badge_and_never_in_the_credential() {
    var id = shown("exam.a");
    var form = "/home/badges/" + id + "/evidence";
    var web = Web.signedIn(settings, address, PASSWORD);
    assertThat(
            web.post(
                    form,
                    "title",
                    "My <i>network</i>",
                    "text",
                    "For a school.",
                    "url",
                    "https://example.org/n")
                .statusCode())
        .isEqualTo(303);
    assertThat(web.post(form, "title", "").statusCode()).isEqualTo(422);
    assertThat(web.post(form, "title", "x", "url", "javascript:alert(1)").statusCode())
        .isEqualTo(422);
    var page = stranger.get("/badges/" + id).body();
    assertThat(page)
        .contains(
            "Added by the earner", "My &lt;i&gt;network&lt;/i&gt;", "not part of the signed badge")
        .contains("https://example.org/n")
        .doesNotContain(form);
    assertThat(stranger.get("/badges/" + id + ".json").body()).doesNotContain("network");
    for (int i = 0; i < 9; i++) {
      assertThat(web.post(form, "title", "More " + i).statusCode()).isEqualTo(303);
    }
    assertThat(web.post(form, "title", "Too many").statusCode()).isEqualTo(422);
    var other = "b" + UUID.randomUUID() + "@example.org";
    accounts.createConfirmed("Bo", EmailAddress.of(other), PASSWORD, Language.EN);
    var bo = Web.signedIn(settings, other, PASSWORD);
    assertThat(bo.get(form).statusCode()).isEqualTo(404);
    assertThat(bo.post(form, "title", "x").statusCode()).isEqualTo(404);
  }

  private UUID brought() {
    var outcome = foreign.fromBytes(ana, Bytes.utf8(new ElsewhereBadges().plain(address)));
    foreign.show(ana, ((Kept) outcome).id(), true);
    return ((Kept) outcome).id();
  }

  private List<UUID> order() {
    return gallery.of(ana).stream().map(Piece::id).toList();
  }

  private String vanity() {
    return accounts.person(ana).vanity();
  }

  private JsonObject json(String path) {
    var answer = stranger.bytes(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Json.parseObject(Bytes.wrap(answer.body()));
  }

  private static List<UUID> ids(JsonObject page) {
    return page.list("data").stream()
        .map(each -> UUID.fromString(String.valueOf(((JsonObject) (JsonValue) each).string("id"))))
        .toList();
  }

  private UUID shown(String uid) {
    var id = badges.issue(academy, uid, EmailAddress.of(address), "Ana Núñez", Language.EN);
    until(() -> claims.of(id).isPresent());
    claims.accept(ana, id, Visibility.PUBLIC);
    return id.value();
  }

  private static void until(java.util.function.BooleanSupplier holds) {
    var end = System.nanoTime() + java.time.Duration.ofMinutes(1).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
  }
}
