package org.insignia.server.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private final Passwords passwords = new Passwords(Optional.empty());

  @Test
  void fourteen_characters_are_too_short_and_fifteen_are_enough() {
    assertThat(passwords.weakness("violet-otter-4", List.of())).contains(Weakness.TOO_SHORT);
    assertThat(passwords.weakness("violet-otter-42", List.of())).isEmpty();
  }

  @Test
  void characters_are_counted_as_people_count_them() {
    assertThat(passwords.weakness("🦉🦊🐻🐼🐨🐯🦁", List.of())).contains(Weakness.TOO_SHORT);
    assertThat(passwords.weakness("我的护照在抽屉里第三层左边角落呢", List.of())).isEmpty();
  }

  @Test
  void far_more_than_64_characters_are_taken_and_a_bound_is_said() {
    assertThat(passwords.weakness("lantern ".repeat(3) + "q7".repeat(90) + "end", List.of()))
        .isEmpty();
    assertThat(passwords.weakness("lantern fish".repeat(22), List.of()))
        .contains(Weakness.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all lower case words only",
        "UPPERLOWER AND MORE",
        "                    tea kettle"
      })
  void no_composition_is_asked_for(String password) {
    assertThat(passwords.weakness(password, List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CorrectHorseBatteryStaple, WELL_KNOWN",
    "correct-horse-battery-staple!, WELL_KNOWN",
    "this is my password 2026, WELL_KNOWN",
    "aaaaaaaaaaaaaaaaaa, REPEATED",
    "ab12ab12ab12ab12, REPEATED",
    "12345678901234567890, SEQUENCE",
    "abcdefghijklmnop, SEQUENCE",
    "qwertyuiopasdfg, SEQUENCE",
    "0987654321098765, SEQUENCE",
    "ana.silva.ana-2026, ABOUT_YOU",
  })
  void what_guessing_programs_try_first_is_refused_with_its_reason(
      String password, Weakness reason) {
    assertThat(passwords.weakness(password, List.of("ana.silva.ana", "example.org")))
        .contains(reason);
  }

  @Test
  void a_password_typed_in_another_unicode_form_is_the_same_password() {
    var hash = passwords.hash("contrase\u00f1a de caf\u00e9 42");
    assertThat(passwords.matches("contrasen\u0303a de cafe\u0301 42", hash)).isTrue();
    assertThat(passwords.matches("contrasena de cafe 42", hash)).isFalse();
  }

  @Test
  void the_hash_is_argon2id_with_19_mebibytes_and_two_passes_and_never_twice_the_same() {
    var hash = passwords.hash("violet-otter-42");
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.hash("violet-otter-42")).isNotEqualTo(hash);
  }

  @Test
  void nobody_has_no_password() {
    assertThat(passwords.matchesNobody("the hash that is checked for people who do not exist"))
        .isFalse();
  }

  @Test
  void to_check_the_hash_of_nobody_takes_the_work_of_any_other() {
    var hash = passwords.hash("violet otter lantern");
    var figures = hash.substring(0, hash.lastIndexOf('$', hash.lastIndexOf('$') - 1));
    assertThat(passwords.nobody()).startsWith(figures).hasSameSizeAs(hash);
    assertThat(passwords.matchesNobody("violet otter lantern")).isFalse();
  }
}
