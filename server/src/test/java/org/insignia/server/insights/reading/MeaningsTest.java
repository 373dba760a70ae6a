package org.insignia.server.insights.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.insignia.server.insights.posting.Seniority;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningsTest {
  @ParameterizedTest
  @CsvSource({
    "2026-08-15, 2026-08-15T00:00:00Z",
    "2026-08-15T08:00:00Z, 2026-08-15T08:00:00Z",
    "2026-08-15T08:00:00+0200, 2026-08-15T06:00:00Z",
    "2026-08-14T08:30:00+02:00, 2026-08-14T06:30:00Z",
    "2026-03-03T21:19:40.269+00:00, 2026-03-03T21:19:40.269Z",
    "2026-08-14 09:30:00 UTC, 2026-08-14T09:30:00Z",
    "2025-09-29T00:00:00.0000, 2025-09-29T00:00:00Z",
    "'Fri, 14 Aug 2026 09:30:00 +0200', 2026-08-14T07:30:00Z",
    "'Fri, 14 Aug 2026 09:30:00 GMT', 2026-08-14T09:30:00Z"
  })
  void dates_are_read_with_their_zones(String text, Instant instant) throws Faulty {
    assertThat(Moments.begin(text)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "1714521600000", "2026-13-01", "2026-02-30", "08/15/2026"})
  void what_is_no_date_is_said_to_be_none(String text) {
    assertThatThrownBy(() -> Moments.begin(text)).isInstanceOf(Faulty.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Sr. Cyber Assurance Analyst, SENIOR",
    "Senior Engineering Manager, MANAGEMENT",
    "Product Manager, UNSTATED",
    "Senior Product Manager, SENIOR",
    "Head of Security, MANAGEMENT",
    "Staff Software Engineer, STAFF",
    "Junior Entwickler, JUNIOR",
    "Estagiário de TI, INTERN",
    "Internal Auditor, UNSTATED",
    "Software Engineer II, MID",
    "Ingeniera sénior de datos, SENIOR",
    "高级工程师, UNSTATED",
    "Cloud Engineer, UNSTATED"
  })
  void the_title_says_how_much_experience_is_asked_for(String title, Seniority seniority) {
    assertThat(Experience.of("", title)).isEqualTo(seniority);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | You will work with our team to build the platform for all of you",
        "es | Buscamos una persona con experiencia para el equipo de datos y los sistemas",
        "pt | Buscamos uma pessoa com experiência para o time de dados e os sistemas",
        "it | Cerchiamo una persona con esperienza per il team di dati e i sistemi",
        "de | Wir suchen eine Person mit Erfahrung für das Team und die Systeme",
        "fr | Nous cherchons une personne avec de l'expérience pour les systèmes dans notre équipe",
        "zh | 我们正在寻找一位有经验的工程师",
        "ja | 私たちはエンジニアをさがしています",
        "'' | Kubernetes"
      })
  void the_commonest_words_tell_the_language(String language, String text) {
    assertThat(Tongue.of("", text)).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://boards.greenhouse.io/spacex/jobs/8688114002?gh_jid=8688114002",
        "http://jobs.example/0",
        "HTTPS://Jobs.Example.org/a",
        "https://www.usajobs.gov:443/job/846709300"
      })
  void plain_web_addresses_are_taken(String address) {
    assertThatCode(() -> ApplyAddress.read(address)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://jobs.example/1",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://2130706433/",
        "https://localhost/x",
        "https://printer.local/x",
        "https://intranet/x",
        "https://a b.example/",
        "https://user:pw@jobs.example/",
        "//jobs.example/1",
        "jobs.example/1"
      })
  void other_addresses_are_not(String address) {
    assertThatThrownBy(() -> ApplyAddress.read(address)).isInstanceOf(Faulty.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Senior Cook (m/f/d), 40 h | yes",
        "Köchin | no",
        "a  b | no",
        "' a' | no",
        "'a ' | no",
        "=1+1 | no",
        "@SUM | no",
        "R&amp;D | no",
        "<b>Cook</b> | no",
        "'' | no",
        "123456789012345678901234567890123456789012 | no"
      })
  void a_line_is_plain_where_nothing_is_to_be_looked_at(String line, String plain) throws Faulty {
    assertThat(Wording.isPlain(line, 40)).isEqualTo(plain.equals("yes"));
    if (plain.equals("yes")) {
      assertThat(Wording.line(line, 40)).isEqualTo(line);
    }
  }
}
