package org.insignia.server.sharing.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.sharing.directory.DirectoryEntry.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class DirectoryTest {
  @Autowired Settings settings;
  @Autowired Directory directory;
  @Autowired TestBadges badges;
  @Autowired CatalogImports imports;
  @Autowired Accounts accounts;
  @Autowired Profiles profiles;
  @Autowired Claims claims;

  private Organisation academy;

  @BeforeEach
  void found() {
    academy = badges.academy();
    until(() -> !find("", Language.EN).isEmpty());
  }

  @Test
  void badges_are_found_by_parts_of_words_codes_and_skills_in_the_readers_language() {
    assertThat(find("cloud admin", Language.EN))
        .containsExactly("Northwind Certified: Cloud Administrator Associate");
    assertThat(find("NW-200", Language.EN)).hasSize(1);
    assertThat(find("manage identities", Language.EN)).hasSize(1);
    assertThat(find("云管理", Language.ZH_CN)).containsExactly("Northwind 认证：云管理员");
    assertThat(find("administrator", Language.ZH_CN)).containsExactly("Northwind 认证：云管理员");
    assertThat(find("planificar redes", Language.ES)).hasSize(1);
    assertThat(find("zzqq", Language.EN)).isEmpty();
  }

  @Test
  void a_slip_of_the_finger_finds_what_comes_close_and_says_so() {
    var found = directory.find(wanted("adminstrater clod", Language.EN), 1);
    assertThat(found.nearly()).isTrue();
    assertThat(found.entries())
        .extracting(DirectoryEntry::title)
        .first()
        .asString()
        .contains("Administrator");
  }

  @Test
  void filters_narrow_what_is_found() {
    var exams = new Wanted("", EnumSet.of(Kind.EXAM), academy.id(), "", false, Language.EN);
    assertThat(directory.find(exams, 1).entries())
        .extracting(DirectoryEntry::kind)
        .containsOnly(Kind.EXAM);
    var skilled =
        new Wanted(
            "", EnumSet.allOf(Kind.class), academy.id(), "Back up and restore", false, Language.EN);
    assertThat(directory.find(skilled, 1).entries()).hasSize(1);
    assertThat(directory.find(skilled, 1).skills()).contains("Manage identities");
    assertThat(directory.find(skilled, 1).organisations()).containsValue("Northwind Academy");
  }

  @Test
  void what_was_imported_is_found_a_moment_later_and_what_is_over_is_marked() {
    imports.importFiles(
        academy.id(),
        List.of(
            SourceFile.of(
                "rows.jsonl",
                """
                {"uid":"exam.q","number":"NW-900","title":"Quantum Gardening","retirement":"2020-01-01","snapshot":"2026-02-01","locale":"en-us"}
                """
                    .getBytes(UTF_8))));
    until(() ->
        !find("quantum gardening", Language.EN).isEmpty() || !find("cloud", Language.EN).isEmpty());
    var page = Web.stranger(settings).get("/directory?organisation=" + academy.slug());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Cloud Administrator Associate", "Plan virtual networks");
  }

  @Test
  void whose_texts_they_are_is_said_where_they_are_shown_until_it_is_taken_back() {
    var badge = "/org/" + academy.slug() + "/badge/";
    var stranger = Web.stranger(settings);
    var path = directory.find(wanted("cloud", Language.EN), 1).entries().getFirst().path();
    assertThat(path).startsWith(badge);
    var line = "Texts (c) Northwind <Press>, CC BY 4.0; changed: shortened.";
    attribute("  " + line + "\n");
    for (var page : List.of(path, "/org/" + academy.slug())) {
      assertThat(stranger.get(page).body()).contains("Northwind &lt;Press&gt;, CC BY 4.0");
    }
    attribute("");
    assertThat(stranger.get(path).body()).doesNotContain("CC BY 4.0");
  }

  private void attribute(String text) {
    imports.importFiles(
        academy.id(), List.of(SourceFile.of("texts/ATTRIBUTION.txt", text.getBytes(UTF_8))));
  }

  @Test
  void an_achievement_names_those_who_chose_to_be_listed_and_counts_no_few() {
    var path = directory.find(wanted("cloud admin", Language.EN), 1).entries().getFirst().path();
    var stranger = Web.stranger(settings);
    var listed = somebody("Quentin Listed");
    var unlisted = somebody("Una Nlisted");
    for (var person : List.of(listed, unlisted)) {
      var mailbox = accounts.verifiedAddresses(person).getFirst();
      var id = badges.issue(academy, mailbox, "Q", Language.EN);
      until(() -> claims.of(id).isPresent());
      claims.accept(person, id, Visibility.PUBLIC);
    }
    profiles.show(listed, Profile.Visibility.PUBLIC, true);
    assertThat(stranger.get(path).body())
        .contains("Quentin Listed")
        .doesNotContain("Una Nlisted", "people have it");
    profiles.show(listed, Profile.Visibility.PRIVATE, false);
    assertThat(stranger.get(path).body()).doesNotContain("Quentin Listed");
  }

  @Test
  void only_people_who_want_to_be_found_and_show_something_are() {
    var name = "Zenobia Quill" + UUID.randomUUID().toString().substring(0, 6);
    var listed = somebody(name);
    var search = "/directory?what=people&q=" + Web.encoded(name);
    var stranger = Web.stranger(settings);
    assertThat(stranger.get(search).body()).doesNotContain("/users/");
    profiles.show(listed, Profile.Visibility.PUBLIC, true);
    assertThat(stranger.get(search).body()).doesNotContain("/users/");
    var id =
        badges.issue(academy, accounts.verifiedAddresses(listed).getFirst(), name, Language.EN);
    until(() -> claims.of(id).isPresent());
    claims.accept(listed, id, Visibility.PUBLIC);
    assertThat(stranger.get(search).body()).contains("/users/" + accounts.person(listed).vanity());
    claims.show(listed, id, Visibility.PRIVATE);
    assertThat(stranger.get(search).body()).doesNotContain("/users/");
    claims.show(listed, id, Visibility.PUBLIC);
    profiles.show(listed, Profile.Visibility.PUBLIC, false);
    assertThat(stranger.get(search).body()).doesNotContain("/users/");
  }

  @Test
  void odd_questions_are_answered_with_a_page() {
    var stranger = Web.stranger(settings);
    for (var query :
        List.of(
            "q=%00",
            "q=%27%20%26%20!(%7C)%20:*%20%5C",
            "q=%25_%25",
            "q=" + "a%20".repeat(200),
            "q=" + "%F0%9F%A6%89".repeat(60),
            "page=99999999999",
            "page=-1",
            "kind=drop&what=table",
            "skill=%27%3B--",
            "organisation=../../etc",
            "earnable=maybe",
            "what=people&q=%25")) {
      var answer = stranger.get("/directory?" + query);
      assertThat(answer.statusCode()).as(query).isEqualTo(200);
      assertThat(Web.header(answer, "set-cookie")).isEmpty();
    }
    for (var language : Language.values()) {
      assertThat(stranger.get("/directory?lang=" + language.tag()).body())
          .contains("<html lang=\"" + language.tag());
    }
  }

  private PersonId somebody(String name) {
    var mailbox = EmailAddress.of("z" + UUID.randomUUID() + "@example.org");
    return accounts.createConfirmed(name, mailbox, "violet otter lantern", Language.EN);
  }

  private List<String> find(String words, Language language) {
    var found = directory.find(wanted(words, language), 1);
    return found.nearly()
        ? List.of()
        : found.entries().stream().map(DirectoryEntry::title).toList();
  }

  private Wanted wanted(String words, Language language) {
    return new Wanted(
        words, EnumSet.of(Kind.EXAM, Kind.CERTIFICATION), academy.id(), "", false, language);
  }

  private static void until(java.util.function.BooleanSupplier holds) {
    var end = System.nanoTime() + java.time.Duration.ofMinutes(1).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
  }
}
