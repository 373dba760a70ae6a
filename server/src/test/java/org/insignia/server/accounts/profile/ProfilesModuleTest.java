package org.insignia.server.accounts.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profile.Visibility;
import org.insignia.server.accounts.profile.Profiles.Objection;
import org.insignia.server.accounts.profile.Profiles.Wish;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ProfilesModuleTest {
  @Autowired Accounts accounts;
  @Autowired Profiles profiles;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  private PersonId person(String name) {
    var mailbox = EmailAddress.of("f" + UUID.randomUUID() + "@example.org");
    return accounts.createConfirmed(name, mailbox, "violet otter lantern", Language.EN);
  }

  private Wish wish(String vanity, String headline, String... links) {
    return new Wish("Ana Silva", vanity, Language.EN, headline, List.of(links));
  }

  @Test
  void a_new_profile_is_public_and_not_listed() {
    var profile = profiles.of(person("Ana Silva"));
    assertThat(profile.visibility()).isEqualTo(Visibility.PUBLIC);
    assertThat(profile.listed()).isFalse();
    assertThat(profile.headline()).isEmpty();
    assertThat(profile.links()).isEmpty();
    assertThat(profile.photoPath()).isNull();
  }

  @Test
  void words_and_links_are_kept_as_they_were_meant() {
    var ana = person("Ana Silva");
    var wish =
        wish("ana-" + mark, " Data engineer ", "example.org/ana", "", "https://Bücher.example/");
    assertThat(profiles.change(ana, wish)).isEmpty();
    var profile = profiles.byVanity("ana-" + mark).orElseThrow();
    assertThat(profile.headline()).isEqualTo("Data engineer");
    assertThat(profile.links())
        .extracting(l -> l.url().toString())
        .containsExactly("https://example.org/ana", "https://xn--bcher-kva.example/");
    assertThat(profile.links())
        .extracting(ProfileLink::label)
        .containsExactly("example.org/ana", "xn--bcher-kva.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/",
        "javascript:alert(1)",
        "https://user:secret@example.org/",
        "https://example.org:8443/",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "data:text/html,x",
        "https://good\\@evil.example/",
        "https://exa mple.org/",
        "//example.org"
      })
  void a_link_leads_to_a_public_host_over_https_or_nowhere(String link) {
    var ana = person("Ana Silva");
    assertThat(profiles.change(ana, wish("ana-" + mark, "", link))).contains(Objection.LINK);
    assertThat(profiles.of(ana).links()).isEmpty();
  }

  @Test
  void there_is_a_limit_to_links_and_to_the_headline() {
    var ana = person("Ana Silva");
    var six =
        new String[] {"a.example", "b.example", "c.example", "d.example", "e.example", "f.example"};
    assertThat(profiles.change(ana, wish("ana-" + mark, "", six))).contains(Objection.LINKS);
    assertThat(profiles.change(ana, wish("ana-" + mark, "x".repeat(161))))
        .contains(Objection.HEADLINE);
    assertThat(profiles.change(ana, wish("ana-" + mark, "two\nlines")))
        .contains(Objection.HEADLINE);
    assertThat(profiles.change(ana, wish("ana-" + mark, "星".repeat(160)))).isEmpty();
  }

  @Test
  void an_address_that_was_given_up_leads_to_the_new_one_and_is_nobody_elses() {
    var ana = person("Ana Silva");
    var eve = person("Eve");
    profiles.change(ana, wish("first-" + mark, ""));
    profiles.change(ana, wish("second-" + mark, ""));
    assertThat(profiles.byVanity("first-" + mark)).isEmpty();
    assertThat(profiles.movedFrom("first-" + mark).orElseThrow().path())
        .isEqualTo("/users/second-" + mark);
    assertThat(profiles.change(eve, wish("first-" + mark, ""))).contains(Objection.VANITY_TAKEN);
    assertThat(profiles.change(eve, wish("second-" + mark, ""))).contains(Objection.VANITY_TAKEN);
    assertThat(profiles.change(ana, wish("first-" + mark, ""))).isEmpty();
    assertThat(profiles.movedFrom("first-" + mark)).isEmpty();
    assertThat(profiles.movedFrom("second-" + mark)).isPresent();
  }

  @Test
  void nobody_is_listed_who_is_private_or_did_not_ask_for_it() {
    var name = "Ana 100%_" + mark;
    var ana = person(name);
    assertThat(profiles.listed(mark, 0, 10)).isEmpty();
    profiles.show(ana, Visibility.PUBLIC, true);
    assertThat(profiles.listed("100%_" + mark, 0, 10)).extracting(Profile::id).containsExactly(ana);
    assertThat(profiles.listed("1__%_" + mark, 0, 10)).isEmpty();
    profiles.show(ana, Visibility.PRIVATE, true);
    assertThat(profiles.listed(mark, 0, 10)).isEmpty();
    assertThat(profiles.of(ana).isVisibleTo(null)).isFalse();
    assertThat(profiles.of(ana).isVisibleTo(person("Eve"))).isFalse();
    assertThat(profiles.of(ana).isVisibleTo(ana)).isTrue();
  }

  @Test
  void many_profiles_are_read_at_once() {
    var ana = person("Ana Silva");
    var eve = person("Eve");
    assertThat(profiles.of(List.of(ana, eve, new PersonId(UUID.randomUUID()))))
        .containsOnlyKeys(ana, eve);
  }
}
