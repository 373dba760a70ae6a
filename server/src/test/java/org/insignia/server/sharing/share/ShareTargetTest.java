package org.insignia.server.sharing.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShareTargetTest {
  private static final Texts TEXTS = new Texts();
  private static final URI PAGE =
      URI.create("https://badges.example/badges/01900000-0000-7000-8000-000000000001");

  /** Names as people and attackers write them. */
  private static final List<String> NAMES =
      List.of(
          "Cloud Administrator",
          "R&D = 100% \"sure\" + more?#a=b;c",
          "L'Académie d'été «C++»",
          "微软认证：云管理员",
          "مسؤول السحابة",
          "Emoji 👩🏽‍🚀 & flags 🇮🇹",
          "a\r\nBcc: victim@example.org",
          "<script>alert(1)</script>",
          "100% {0} ''quoted'' \\ | ^ `",
          "\u202Egnp.exe\u2066 \ud800 lone");

  static Stream<Arguments> everything() {
    return Arrays.stream(ShareTarget.values())
        .flatMap(t ->
            Arrays.stream(Language.values())
                .flatMap(l -> NAMES.stream().map(n -> Arguments.of(t, l, n))));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void an_address_is_ascii_a_valid_uri_and_gives_back_what_was_put_in(
      ShareTarget target, Language language, String name) {
    var badge = badge(name, "Tom & \"Jerry\" Academy", null);
    var words = ShareWords.of(badge, TEXTS, language);
    var address = target.address(badge, words);
    assertThat(address).matches("[A-Za-z0-9:/?=&.%_~-]+").doesNotContain("+", "%0D%0ABcc");
    assertThat(URI.create(address).toString()).isEqualTo(address);
    var query = query(address);
    assertThat(query.keySet()).isEqualTo(parameters(target));
    assertThat(String.join(" ", query.values())).contains(PAGE.toString());
    if (target != ShareTarget.LINKEDIN && target != ShareTarget.FACEBOOK) {
      assertThat(String.join(" ", query.values())).contains(PlainWords.line(name));
    }
    query.values().forEach(v -> assertThat(v).doesNotContain("\u202e", "\u2066", "\ufffd"));
  }

  /** The parameters that each site documents. */
  private static java.util.Set<String> parameters(ShareTarget target) {
    return switch (target) {
      case LINKEDIN -> java.util.Set.of("url");
      case LINKEDIN_PROFILE ->
          java.util.Set.of(
              "startTask",
              "name",
              "organizationName",
              "issueYear",
              "issueMonth",
              "expirationYear",
              "expirationMonth",
              "certUrl",
              "certId");
      case FACEBOOK -> java.util.Set.of("u");
      case X -> java.util.Set.of("text", "url");
      case WHATSAPP -> java.util.Set.of("text");
      case EMAIL -> java.util.Set.of("subject", "body");
    };
  }

  @Nested
  @DisplayName("LinkedIn, add to profile")
  class AddToProfile {
    @Test
    void fills_in_name_organisation_months_number_and_address() {
      var badge = badge("Cloud Administrator", "Northwind", null);
      assertThat(address(ShareTarget.LINKEDIN_PROFILE, badge))
          .isEqualTo(
              "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME"
                  + "&name=Cloud%20Administrator&organizationName=Northwind"
                  + "&issueYear=2026&issueMonth=3&expirationYear=2028&expirationMonth=12"
                  + "&certUrl=https%3A%2F%2Fbadges.example%2Fbadges%2F01900000-0000-7000-8000-000000000001"
                  + "&certId=01900000-0000-7000-8000-000000000001");
    }

    @Test
    void names_the_organisation_by_its_number_where_it_has_one_and_not_by_both() {
      var query = query(address(ShareTarget.LINKEDIN_PROFILE, badge("C", "Northwind", 1035L)));
      assertThat(query)
          .containsEntry("organizationId", "1035")
          .doesNotContainKey("organizationName");
    }

    @Test
    void says_nothing_of_expiry_where_there_is_none() {
      var badge =
          new SharedBadge("C", "N", PAGE, "id", Instant.parse("2025-12-31T23:59:59Z"), null, null);
      assertThat(query(address(ShareTarget.LINKEDIN_PROFILE, badge)))
          .containsEntry("issueYear", "2025")
          .containsEntry("issueMonth", "12")
          .doesNotContainKeys("expirationYear", "expirationMonth");
    }
  }

  @Nested
  @DisplayName("X")
  class Post {
    @Test
    void a_long_name_leaves_room_for_the_address_in_280() {
      for (var name : List.of("Administrator ".repeat(60), "云管理员".repeat(90))) {
        var text = query(address(ShareTarget.X, badge(name, "N", null))).get("text");
        int weight = text.codePoints().map(c -> c <= 0x10ff ? 1 : 2).sum();
        assertThat(weight).isBetween(200, 280 - 24);
        assertThat(text).endsWith("…");
      }
    }
  }

  @Nested
  @DisplayName("e-mail, RFC 6068")
  class Mail {
    @ParameterizedTest
    @EnumSource(Language.class)
    void breaks_lines_as_mails_do_and_writes_blanks_as_percent_20(Language language) {
      var badge = badge("Cloud Administrator", "Northwind", null);
      var address = ShareTarget.EMAIL.address(badge, ShareWords.of(badge, TEXTS, language));
      assertThat(address).startsWith("mailto:?subject=").contains("Cloud%20Administrator");
      assertThat(query(address).get("body")).endsWith("\r\n\r\n" + PAGE + "\r\n");
      assertThat(query(address).get("subject")).doesNotContain("\r", "\n");
    }
  }

  @Test
  void the_words_are_in_the_language_of_the_sharer() {
    var badge = badge("C", "N", null);
    var posts =
        Arrays.stream(Language.values())
            .map(language -> ShareWords.of(badge, TEXTS, language).post())
            .toList();
    assertThat(posts).doesNotHaveDuplicates();
    assertThat(posts.getFirst()).isEqualTo("I have earned the badge “C”, issued by N.");
  }

  @Test
  void every_target_is_found_by_its_slug() {
    for (var target : ShareTarget.values()) {
      assertThat(ShareTarget.of(target.slug())).contains(target);
    }
    assertThat(ShareTarget.of("myspace")).isEmpty();
  }

  private static String address(ShareTarget target, SharedBadge badge) {
    return target.address(badge, ShareWords.of(badge, TEXTS, Language.EN));
  }

  private static SharedBadge badge(String name, String issuer, @Nullable Long linkedIn) {
    return new SharedBadge(
        name,
        issuer,
        PAGE,
        "01900000-0000-7000-8000-000000000001",
        Instant.parse("2026-03-04T10:11:12Z"),
        Instant.parse("2028-12-31T00:00:00Z"),
        linkedIn);
  }

  /** As the other site reads it. */
  private static Map<String, String> query(String address) {
    var query = new LinkedHashMap<String, String>();
    for (var part : address.substring(address.indexOf('?') + 1).split("&")) {
      var pair = part.split("=", 2);
      query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return query;
  }
}
