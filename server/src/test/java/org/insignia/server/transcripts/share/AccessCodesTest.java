package org.insignia.server.transcripts.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.transcripts.share.AccessCodes.Objection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class AccessCodesTest {
  private static final List<String> ABOUT = List.of("Mariana", "Ferreira", "mariana.f");

  @Autowired AccessCodes codes;

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ABC1234", "a-b-c-d-e-f-g", "        ", "000000", "１２３４５６", "%", "null"})
  void fewer_than_eight_letters_and_digits_are_too_few(String typed) {
    assertThat(objection(typed)).contains(Objection.SHORT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "Password-1",
        "12345678",
        "87654321",
        "aaaaaaaa",
        "abcabcabc",
        "qwertyuiop",
        "Mariana2026",
        "transcript99",
        "contraseña",
        "2024welcome"
      })
  void what_is_tried_first_is_refused(String typed) {
    assertThat(objection(typed)).contains(Objection.GUESSABLE);
  }

  @Test
  void what_is_longer_than_anybody_types_is_refused() {
    assertThat(objection("k7".repeat(33))).contains(Objection.LONG);
    assertThat(objection("Kc7m ".repeat(200_000))).contains(Objection.LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"violet otter", "K7M2P-9XQ4D", "河边有一只白色水鸟", "zebra 42 mar", "ñandú-perdido"})
  void what_nobody_guesses_is_taken_in_any_script(String typed) {
    assertThat(objection(typed)).isEmpty();
  }

  @Test
  void capitals_blanks_dashes_and_look_alikes_do_not_matter() {
    var hash = Optional.of(codes.hash(AccessCode.typed("K7M2P-9XQ40 il")));
    assertThat(codes.matches(AccessCode.typed(" k7m2p 9xq4o – 1L "), hash)).isTrue();
    assertThat(codes.matches(AccessCode.typed("Ｋ７Ｍ２Ｐ９ＸＱ４０ＩＬ"), hash)).isTrue();
    assertThat(codes.matches(AccessCode.typed("K7M2P-9XQ41 il"), hash)).isFalse();
    assertThat(codes.matches(AccessCode.typed("K7M2P-9XQ40 il".repeat(50)), hash)).isFalse();
  }

  @Test
  void nothing_matches_where_there_is_no_share() {
    assertThat(codes.matches(AccessCode.typed("violet otter"), Optional.empty())).isFalse();
    assertThat(codes.matches(AccessCode.typed(""), Optional.empty())).isFalse();
  }

  @Test
  void made_codes_are_good_and_all_different() {
    var random = new SecureRandom();
    var seen = new HashSet<String>();
    IntStream.range(0, 1000)
        .forEach(i -> {
          var code = AccessCode.fresh(random);
          assertThat(code.text()).matches("[2-9A-HJKMNP-TV-Z]{5}-[2-9A-HJKMNP-TV-Z]{5}");
          assertThat(codes.objection(code, ABOUT)).isEmpty();
          seen.add(code.text());
        });
    assertThat(seen).hasSize(1000);
  }

  @Test
  void a_code_never_reaches_a_log() {
    assertThat(AccessCode.typed("violet otter")).hasToString("AccessCode(…)");
  }

  private Optional<Objection> objection(String typed) {
    return codes.objection(AccessCode.typed(typed), ABOUT);
  }
}
