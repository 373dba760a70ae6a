package org.insignia.server.platform.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
    "2001:db8:1:2::1, 2001:DB8:1:2:0:0:0:1, true",
    "2001:db8:1:2::1, 2001:db8:1:3::1, false",
    "::ffff:192.0.2.7, 192.0.2.7, true",
    "fe80::1%eth0, fe80::1%eth1, true",
    "::1, 127.0.0.1, false",
    "unknown, unknown, true",
    "unknown, other, false"
  })
  void addresses_of_one_customer_are_one_network(String one, String other, boolean same) {
    assertThat(Network.of(one).equals(Network.of(other))).isEqualTo(same);
  }

  @Test
  void a_network_has_a_name_that_says_so() {
    assertThat(Network.of("2001:db8:1:2::1").name()).isEqualTo("20010db800010002/64");
  }
}
