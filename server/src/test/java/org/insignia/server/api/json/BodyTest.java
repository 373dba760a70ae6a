package org.insignia.server.api.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.insignia.server.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class BodyTest {
  private static Body body(String json) {
    return Body.of(json.getBytes(UTF_8));
  }

  @Test
  void tells_all_that_is_wrong_at_once_each_with_its_pointer() {
    var body = body("{\"name\":7,\"a/b\":1,\"recipient\":{\"email\":\"x\",\"role\":\"OWNER\"}}");
    body.required("name", 10);
    body.part("recipient").text("email", 100);
    body.required("reason", 10);
    assertThatThrownBy(body::end)
        .isInstanceOfSatisfying(
            Problem.Invalid.class,
            wrong ->
                assertThat(wrong.faults())
                    .extracting(Problem.Invalid.Fault::field)
                    .containsExactly("/name", "/reason", "/a~1b", "/recipient/role"));
  }

  @Test
  void takes_null_for_absent() {
    var body = body("{\"name\":null,\"notify\":null}");
    assertThat(body.text("name", 10)).isEmpty();
    assertThat(body.flag("notify", true)).isTrue();
    assertThat(body.isNull("name")).isTrue();
    body.end();
  }

  @Test
  void refuses_what_is_no_object_or_says_a_thing_twice() {
    for (var json : new String[] {"", "[]", "7", "{", "{\"a\":1,\"a\":2}", "\ufeff{}", "{} x"}) {
      assertThatThrownBy(() -> body(json)).as(json).isInstanceOf(Problem.Unreadable.class);
    }
  }

  @Test
  void coerces_nothing() {
    var body = body("{\"flag\":\"true\",\"number\":\"1\",\"half\":1.5,\"day\":\"2026-02-30\"}");
    body.flag("flag", false);
    body.number("number", 0, 9, 0);
    body.number("half", 0, 9, 0);
    body.day("day");
    assertThat(body.faults()).hasSize(4);
  }

  @Test
  void what_is_wrong_with_an_item_is_its_own() {
    var body = body("{\"items\":[{\"a\":\"x\"},{\"b\":\"x\"},7]}");
    var items = body.items("items", 10);
    items.forEach(item -> item.text("a", 10));
    body.end();
    assertThat(items.get(0).faults()).isEmpty();
    assertThat(items.get(1).faults().getFirst().field()).isEqualTo("/items/1/b");
    assertThat(items.get(2).faults().getFirst().field()).isEqualTo("/items/2");
  }
}
