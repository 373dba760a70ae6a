package org.insignia.server.api.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class OncePerRequestTest {
  private long now;
  private final OncePerRequest<Integer> answers = new OncePerRequest<>("answer", () -> now);
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void nobody_asks() {
    RequestContextHolder.resetRequestAttributes();
  }

  private int answer(String about) {
    return answers.of(about, asked::incrementAndGet);
  }

  private static void request() {
    RequestContextHolder.setRequestAttributes(
        new ServletRequestAttributes(new MockHttpServletRequest()));
  }

  @Test
  void one_request_asks_once_about_one_thing() {
    request();
    assertThat(answer("a")).isEqualTo(answer("a")).isEqualTo(1);
    assertThat(answer("b")).isEqualTo(2);
    var others = new OncePerRequest<Integer>("other", () -> now);
    assertThat(others.of("a", asked::incrementAndGet)).isEqualTo(3);
  }

  @Test
  void one_that_takes_long_asks_anew() {
    request();
    answer("a");
    now = 999_999_999;
    assertThat(answer("a")).isEqualTo(1);
    now = 1_000_000_000;
    assertThat(answer("a")).isEqualTo(2);
  }

  @Test
  void another_request_asks_anew() {
    request();
    answer("a");
    request();
    assertThat(answer("a")).isEqualTo(2);
  }

  @Test
  void outside_of_a_request_nothing_is_kept() {
    answer("a");
    assertThat(answer("a")).isEqualTo(2);
  }
}
