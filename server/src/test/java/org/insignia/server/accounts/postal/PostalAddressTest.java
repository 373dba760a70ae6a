package org.insignia.server.accounts.postal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.insignia.server.accounts.postal.TypedAddress.Objection;
import org.insignia.server.platform.i18n.Language;
import org.junit.jupiter.api.Test;

class PostalAddressTest {
  @Test
  void each_country_writes_place_and_code_in_its_own_order() {
    assertThat(lines("Hauptstr. 5", "Berlin", "", "10117", "DE"))
        .containsExactly("Hauptstr. 5", "10117 Berlin", "Germany");
    assertThat(lines("1 Main St\nApt 4", "Springfield", "IL", "62701", "US"))
        .containsExactly("1 Main St", "Apt 4", "Springfield IL 62701", "United States");
    assertThat(lines("10 Downing Street", "London", "", "SW1A 2AA", "GB"))
        .containsExactly("10 Downing Street", "London", "SW1A 2AA", "United Kingdom");
    assertThat(lines("Av. Paulista, 1578", "São Paulo", "SP", "01310-200", "BR"))
        .containsExactly("Av. Paulista, 1578", "São Paulo - SP", "01310-200", "Brazil");
    assertThat(lines("中关村大街1号", "海淀区", "北京市", "100080", "CN"))
        .containsExactly("100080", "北京市海淀区", "中关村大街1号", "China");
    assertThat(lines("1 Zhongguancun St", "Beijing", "", "100080", "CN"))
        .containsExactly("1 Zhongguancun St", "100080 Beijing", "China");
  }

  @Test
  void a_country_without_postal_codes_or_regions_needs_none() {
    assertThat(lines("House 12", "Accra", "", "", "GH"))
        .containsExactly("House 12", "Accra", "Ghana");
  }

  @Test
  void every_country_has_a_name_in_every_language() {
    for (var language : Language.all()) {
      assertThat(Country.all(language)).hasSize(Locale.getISOCountries().length);
      assertThat(Country.all(language))
          .allSatisfy(c -> assertThat(c.name(language)).isNotBlank().isNotEqualTo(c.code()));
    }
    assertThat(new Country("DE").name(Language.ES)).isEqualTo("Alemania");
    assertThat(new Country("DE").name(Language.IT)).isEqualTo("Germania");
    assertThat(new Country("DE").name(Language.PT_BR)).isEqualTo("Alemanha");
    assertThat(new Country("DE").name(Language.ZH_CN)).isEqualTo("德国");
  }

  @Test
  void what_no_envelope_can_show_is_left_out() {
    var typed =
        new TypedAddress(
            " a\u0000b\u202Ec \r\n\n\td ", "Li\u200Fma\n", "\u0007", " 15\t001 ", " PE ");
    assertThat(typed).isEqualTo(new TypedAddress("a bc\nd", "Lima", "", "15 001", "PE"));
    assertThat(typed.objections()).isEmpty();
    assertThat(new TypedAddress("\uD800x", "y", "", "", "PE").street()).isEqualTo("x");
  }

  @Test
  void each_wrong_field_is_named() {
    assertThat(TypedAddress.NOTHING.objections())
        .containsExactly(Objection.COUNTRY, Objection.STREET_MISSING, Objection.LOCALITY);
    var long101 = "x".repeat(101);
    assertThat(
            new TypedAddress("1\n2\n3\n4\n5", long101, long101, "1".repeat(21), "XX").objections())
        .containsExactly(
            Objection.COUNTRY,
            Objection.STREET_LONG,
            Objection.POSTAL_CODE,
            Objection.LOCALITY,
            Objection.REGION);
    assertThat(new TypedAddress(long101, "y", "", "", "PE").objections())
        .containsExactly(Objection.STREET_LONG);
    assertThat(new TypedAddress("𠮷".repeat(100), "y", "", "", "JP").objections()).isEmpty();
  }

  private static List<String> lines(
      String street, String locality, String region, String code, String country) {
    return new TypedAddress(street, locality, region, code, country).address().lines(Language.EN);
  }
}
