package org.insignia.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A name whose owner answers each look-up otherwise. */
class GuardedDnsTest {
  private static final String PUBLIC = "93.184.215.14";

  private final Deque<List<String>> answers = new ArrayDeque<>();
  private int lookups;

  private InetAddress[] look(String host) throws UnknownHostException {
    lookups++;
    var answer = answers.remove();
    var addresses = new InetAddress[answer.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = InetAddress.getByName(answer.get(i));
    }
    return addresses;
  }

  @Test
  void connects_to_the_very_addresses_that_were_checked() throws UnknownHostException {
    var dns = new GuardedDns(Reach.PUBLIC, this::look);
    answers.add(List.of(PUBLIC));
    answers.add(List.of("127.0.0.1"));
    assertThat(Arrays.stream(dns.resolve("flip.example")).map(InetAddress::getHostAddress))
        .containsExactly(PUBLIC);
    // There is no second look-up between the check and the connection.
    assertThat(lookups).isEqualTo(1);
    assertThatThrownBy(() -> dns.resolve("flip.example")).isInstanceOf(GuardedDns.OutOfReach.class);
  }

  @Test
  void a_name_that_also_leads_inside_is_not_asked() {
    var dns = new GuardedDns(Reach.PUBLIC, this::look);
    for (var inside :
        List.of("10.0.0.1", "127.0.0.1", "::1", "169.254.169.254", "fd00::1", "64:ff9b::7f00:1")) {
      answers.add(List.of(PUBLIC, inside));
      assertThatThrownBy(() -> dns.resolve("mixed.example"))
          .as(inside)
          .isInstanceOf(GuardedDns.OutOfReach.class);
    }
  }
}
