package org.insignia.server.insights.posting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmployerNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Acme|acme",
        "ACME, Inc.|acme",
        "Acme S.A.|acme",
        "Müller & Söhne GmbH & Co. KG|muller and sohne gmbh and",
        "SE|se",
        "AT&T|at and t",
        "O’Reilly Media|oreilly media",
        "Nestlé S.A.|nestle",
        "株式会社ソニー|株式会社ソニー"
      })
  void spellings_of_one_employer_have_one_key(String name, String key) {
    assertThat(EmployerName.key(name)).isEqualTo(key);
  }
}
