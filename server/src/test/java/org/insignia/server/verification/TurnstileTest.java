package org.insignia.server.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.insignia.server.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private final Turnstile turnstile = new Turnstile();

  @Test
  void one_client_has_three_at_work_and_no_more() {
    assertThat(nested("a", 3)).isEqualTo("done");
    assertThatThrownBy(() -> nested("a", 4)).isInstanceOf(Problem.TooMany.class);
  }

  @Test
  void a_greedy_client_keeps_nobody_else_out() {
    var other =
        turnstile.enter(
            "a", () -> turnstile.enter("a", () -> turnstile.enter("a", () -> nested("b", 1))));
    assertThat(other).isEqualTo("done");
  }

  @Test
  void whoever_left_or_failed_may_come_again() {
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() ->
              turnstile.enter(
                  "a",
                  () -> {
                    throw new IllegalStateException("bug");
                  }))
          .hasMessage("bug");
    }
    assertThat(nested("a", 3)).isEqualTo("done");
  }

  private String nested(String client, int times) {
    return times == 0 ? "done" : turnstile.enter(client, () -> nested(client, times - 1));
  }
}
