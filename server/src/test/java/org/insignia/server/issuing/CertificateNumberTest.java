package org.insignia.server.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.insignia.server.platform.ids.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateNumberTest {
  private static final CredentialId ONE =
      new CredentialId(UUID.fromString("019a9f10-7b1e-7123-8abc-0123456789ab"));

  @Test
  void leads_back_to_the_millisecond_of_the_id() {
    for (int i = 0; i < 2000; i++) {
      var id = Ids.next();
      assertThat(CertificateNumber.of(new CredentialId(id)).millisecond())
          .isEqualTo(id.getMostSignificantBits() >>> 16);
    }
  }

  @Test
  void is_the_same_each_time_and_in_four_groups() {
    assertThat(CertificateNumber.of(ONE)).isEqualTo(CertificateNumber.of(ONE));
    assertThat(CertificateNumber.of(ONE).text()).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}");
  }

  @Test
  void neighbours_have_nothing_in_common() {
    var beginnings = new HashSet<String>();
    for (int i = 0; i < 200; i++) {
      var number = CertificateNumber.of(new CredentialId(Ids.next()));
      beginnings.add(number.text().substring(0, 4));
    }
    assertThat(beginnings).hasSizeGreaterThan(190);
  }

  @Test
  void is_read_as_people_type_it() {
    var number = CertificateNumber.of(ONE);
    var plain = number.text().replace("-", "");
    assertThat(CertificateNumber.parse(" " + plain.toLowerCase(java.util.Locale.ROOT) + "\n"))
        .contains(number);
    assertThat(CertificateNumber.parse(number.text().replace('-', '–'))).contains(number);
    assertThat(CertificateNumber.parse(number.text().replace('-', ' '))).contains(number);
    assertThat(CertificateNumber.parse(plain.replace('0', 'o').replace('1', 'l'))).contains(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7K2M-9QXT-4RBC-0WZ",
        "7K2M-9QXT-4RBC-0WZHX",
        "UUUU-UUUU-UUUU-UUUU",
        "https://a.example/",
        "{\"a\": \"b\"}      ",
        "7K2M9QXT4RBC0WZé"
      })
  void other_things_are_no_numbers(String typed) {
    assertThat(CertificateNumber.parse(typed)).isEmpty();
  }
}
