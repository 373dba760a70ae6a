package org.insignia.server.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private static final Texts TEXTS = new Texts();

  /** What pages and mails put into texts, and what they had better not. */
  private static final List<Object[]> ARGUMENTS =
      List.of(
          new Object[] {"Ana Núñez"},
          new Object[] {"it's {0} '{1}' \\ $1", "<b>&amp;</b>", "张伟", ""},
          new Object[] {0, 1, 2L, 7},
          new Object[] {999, 1000L, 1_234_567, -5},
          new Object[] {Long.MAX_VALUE, Integer.MIN_VALUE, 3.5, 1.0f},
          new Object[] {new java.math.BigDecimal("1234567.891"), true, 'x', Map.of("a", 1)},
          new Object[] {null, "after nothing", null, 4},
          new Object[] {new Date(0), new Date(0), Instant.EPOCH, LocalDate.EPOCH});

  /** Places with names are filled by those who print the text, as certificates do. */
  private static final Pattern NAMED = Pattern.compile("\\{[a-z]+}");

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_text_reads_as_MessageFormat_reads_it(Language language) {
    for (var text : TEXTS.all(language).entrySet()) {
      assertThat(TEXTS.text(language, text.getKey())).isEqualTo(text.getValue());
      if (NAMED.matcher(text.getValue()).find()) {
        continue;
      }
      for (var arguments : ARGUMENTS) {
        assertThat(TEXTS.text(language, text.getKey(), arguments))
            .as(text.getKey())
            .isEqualTo(new MessageFormat(text.getValue(), language.locale()).format(arguments));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "it''s {0}",
        "'{0}' is {0}",
        "'quoted to the end {0}",
        "{1} before {0}",
        "{0}{0}{1}",
        "a '' b ''{0}'' c",
        "'''{0}'''",
        "}{0}",
        "{0,number,#.##} has a format of its own",
        "{0,choice,0#none|1#one|1<many} and {1}",
        "{3} is missing"
      })
  void every_pattern_reads_as_MessageFormat_reads_it(String pattern) {
    for (var language : Language.all()) {
      var expected = new MessageFormat(pattern, language.locale());
      for (var arguments : List.of(new Object[] {2, "two"}, new Object[] {1234.5, 1_000_000})) {
        assertThat(Wording.of(pattern, language.locale()).with(arguments))
            .isEqualTo(expected.format(arguments));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{0", "{a}", "{-1}", "{0,nonsense}", "{ 0 }"})
  void what_is_no_pattern_is_refused(String pattern) {
    assertThatThrownBy(() -> Wording.of(pattern, Language.EN.locale()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_count_takes_the_form_of_its_language() {
    for (var language : Language.all()) {
      for (long count : new long[] {0, 1, 2, 1_000, 123_456}) {
        var one =
            switch (language) {
              case EN, ES, IT -> count == 1;
              case PT_BR -> count <= 1;
              case ZH_CN -> false;
            };
        var pattern = TEXTS.all(language).get("sharing.profile.count." + (one ? "one" : "other"));
        assertThat(TEXTS.plural(language, "sharing.profile.count", count))
            .isEqualTo(new MessageFormat(pattern, language.locale()).format(new Object[] {count}));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void days_and_times_are_written_as_the_language_writes_them(Language language) {
    var date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.locale());
    var time =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(language.locale())
            .withZone(ZoneOffset.UTC);
    Stream.iterate(LocalDate.of(2024, 2, 25), day -> day.plusDays(17))
        .limit(40)
        .forEach(day -> {
          var at = day.atTime(23, 7, 5).toInstant(ZoneOffset.UTC);
          assertThat(TEXTS.date(language, day)).isEqualTo(date.format(day));
          assertThat(TEXTS.date(language, at)).isEqualTo(date.format(day));
          assertThat(TEXTS.time(language, at)).isEqualTo(time.format(at) + " UTC");
        });
  }

  @Test
  void a_key_without_text_is_a_mistake_of_ours() {
    assertThatThrownBy(() -> TEXTS.text(Language.IT, "no.such.key"))
        .isInstanceOf(IllegalStateException.class);
  }
}
