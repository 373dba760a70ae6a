package org.insignia.server.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.erasure.Erasures;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CertificateNumber;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.Renderings;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every address at which something of a badge or person is shown through every state of
 * visibility, and compares the answers with the table in {@code privacy-walk.txt}. A route that
 * shows badges and stands nowhere is found.
 */
@ServerTest
class PrivacyWalkTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired Profiles profiles;
  @Autowired Credentials credentials;
  @Autowired Erasures erasures;
  @Autowired ForeignBadges foreign;
  @Autowired BadgeCollections collections;
  @Autowired List<Renderings> renderings;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  private Organisation academy;
  private Web stranger;

  @BeforeEach
  void begin() {
    academy = badges.academy();
    stranger = Web.stranger(settings);
  }

  /** A badge in a state, with all that its earner has beside it. */
  private record Scene(
      CredentialId id, PersonId person, String vanity, UUID collection, UUID imported) {}

  @TestFactory
  Stream<DynamicTest> every_rendering_answers_as_the_table_says() throws IOException {
    var table = table();
    return table.entrySet().stream()
        .map(state ->
            DynamicTest.dynamicTest(state.getKey(), () -> walk(state.getKey(), state.getValue())));
  }

  private void walk(String state, Map<String, String> expected) {
    var scene = scene(state);
    var wrong = new ArrayList<String>();
    for (var address : addresses()) {
      var wanted = expected(address, expected);
      var path = filled(address, scene);
      for (int i = 0; i < 2; i++) { // twice: what was kept answers like what was not
        var status = stranger.get(path).statusCode();
        if (!List.of(wanted.split("/")).contains(Integer.toString(status))) {
          wrong.add(address + ": " + status + " instead of " + wanted);
        }
      }
    }
    assertThat(wrong).as(state).isEmpty();
  }

  @Test
  void hiding_takes_a_badge_out_of_all_lists_too() {
    var scene = scene("public");
    var lists =
        List.of(
            "/users/" + scene.vanity(),
            "/users/" + scene.vanity() + "/badges.json",
            "/collections/" + scene.collection());
    for (var list : lists) {
      assertThat(stranger.get(list).body()).as(list).contains(scene.id().value().toString());
    }
    claims.show(scene.person(), scene.id(), Visibility.PRIVATE);
    for (var list : lists) {
      assertThat(stranger.get(list).body()).as(list).doesNotContain(scene.id().value().toString());
    }
  }

  @Test
  void nothing_that_may_be_hidden_is_kept_by_caches_for_longer_than_a_minute() {
    var scene = scene("public");
    for (var address : addresses()) {
      var answer = stranger.get(filled(address, scene));
      var cache = Web.header(answer, "cache-control");
      if (!address.contains("/org/") && answer.statusCode() == 200) {
        assertThat(seconds(cache)).as(address + " " + cache).isLessThanOrEqualTo(30);
        assertThat(Web.header(answer, "set-cookie")).as(address).isEmpty();
      }
    }
  }

  private static int seconds(String cache) {
    var age = java.util.regex.Pattern.compile("max-age=(\\d+)").matcher(cache);
    return age.find() ? Integer.parseInt(age.group(1)) : cache.contains("no-store") ? 0 : 1_000_000;
  }

  /** Routes of badges that answer a GET are walked, or are for the owner alone. */
  @Test
  void no_route_that_shows_badges_is_forgotten() {
    var walked =
        addresses().stream()
            .map(a -> a.replaceAll("\\?.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    var forgotten = new TreeSet<String>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .keySet()
        .forEach(route ->
            route
                .getPatternValues()
                .forEach(pattern -> {
                  var plain = pattern.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^{}]*\\})*\\}", "{$1}");
                  boolean isRead =
                      route.getMethodsCondition().getMethods().isEmpty()
                          || route
                              .getMethodsCondition()
                              .getMethods()
                              .contains(org.springframework.web.bind.annotation.RequestMethod.GET);
                  if (isRead
                      && plain.matches(
                          "/(badges|embedded_badge|imported|collections|users)/.*|/api/v1/.*")
                      && !plain.contains("/share")
                      && !walked.contains(plain)
                      && !OWNERS.contains(plain)) {
                    forgotten.add(plain);
                  }
                }));
    assertThat(forgotten).isEmpty();
  }

  /** For the owner alone, or leading on without a look: each has a test of its own. */
  private static final List<String> OWNERS =
      List.of(
          "/badges/{badge}/accept",
          "/badges/{badge}/linked_in_profile",
          "/badges/{badge}/public_url",
          "/badges/{id}/wallet",
          "/imported/{id}/original",
          "/users/{vanity}/photo",
          "/api/v1/users/self",
          "/badges/{id}/share",
          "/badges/{id}/evidence");

  private List<String> addresses() {
    var all = new ArrayList<String>();
    renderings.forEach(r -> all.addAll(r.addresses()));
    all.addAll(
        List.of(
            "/users/{vanity}",
            "/users/{vanity}.json",
            "/users/{vanity}/badges",
            "/users/{vanity}/badges.json",
            "/api/v1/users/{vanity}/external_badges/open_badges/public",
            "/collections/{collection}",
            "/imported/{imported}",
            "/imported/{imported}/image.png",
            "/imported/{imported}/credential"));
    return all.stream()
        .map(a -> a.replace("{collection}", "{id}").replace("{imported}", "{id}"))
        .toList();
  }

  private String filled(String address, Scene scene) {
    var id =
        address.startsWith("/collections/")
            ? scene.collection()
            : address.startsWith("/imported/") ? scene.imported() : scene.id().value();
    return address
        .replace("{id}", id.toString())
        .replace("{vanity}", scene.vanity())
        .replace("{number}", CertificateNumber.of(scene.id()).text())
        .replace("{url}", Web.encoded(settings.url("/badges/" + scene.id().value()).toString()));
  }

  /** The most particular line that begins the address counts. */
  private static String expected(String address, Map<String, String> lines) {
    return lines.entrySet().stream()
        .filter(e -> address.startsWith(e.getKey()))
        .max(java.util.Comparator.comparingInt(e -> e.getKey().length()))
        .orElseThrow(() -> new AssertionError("no line for " + address))
        .getValue();
  }

  private static Map<String, Map<String, String>> table() throws IOException {
    var table = new LinkedHashMap<String, Map<String, String>>();
    try (var in = PrivacyWalkTest.class.getResourceAsStream("privacy-walk.txt")) {
      var state = "";
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (!line.startsWith(" ")) {
          state = line.strip();
          table.put(state, new LinkedHashMap<>());
        } else {
          var parts = line.strip().split("\\s+");
          table.get(state).put(parts[0], parts[1]);
        }
      }
    }
    return table;
  }

  private Scene scene(String state) {
    var address = "w" + UUID.randomUUID() + "@example.org";
    var mailbox = EmailAddress.of(address);
    var id = badges.issue(academy, mailbox, "Ana Núñez", Language.EN);
    until(() -> claims.of(id).isPresent());
    var person = accounts.createConfirmed("Ana Núñez", mailbox, PASSWORD, Language.EN);
    var vanity = accounts.person(person).vanity();
    var imported =
        ((Kept) foreign.fromBytes(person, Bytes.utf8(new ElsewhereBadges().plain(address)))).id();
    var collection = collections.make(person, "Sea");
    switch (state) {
      case "pending" -> {}
      case "rejected" -> claims.reject(person, id);
      case "private badge" -> claims.accept(person, id, Visibility.PRIVATE);
      default -> {
        claims.accept(person, id, Visibility.PUBLIC);
        foreign.show(person, imported, true);
        collections.change(
            person, collection, new BadgeCollections.Wish("Sea", "", true, List.of(id.value())));
      }
    }
    switch (state) {
      case "private profile" -> profiles.show(person, Profile.Visibility.PRIVATE, false);
      case "revoked" -> credentials.revoke("test", id, "mistake");
      case "suspended" -> credentials.suspend("test", id, "under review");
      case "hidden again" -> {
        for (var each : addresses()) {
          stranger.get(filled(each, new Scene(id, person, vanity, collection, imported)));
        }
        claims.show(person, id, Visibility.PRIVATE);
        foreign.show(person, imported, false);
        collections.change(
            person, collection, new BadgeCollections.Wish("Sea", "", false, List.of()));
      }
      case "erased" -> erasures.erase(person);
      default -> {}
    }
    return new Scene(id, person, vanity, collection, imported);
  }

  private static void until(java.util.function.BooleanSupplier holds) {
    var end = System.nanoTime() + java.time.Duration.ofMinutes(1).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
  }
}
