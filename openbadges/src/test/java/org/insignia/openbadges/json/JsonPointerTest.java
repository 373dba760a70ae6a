package org.insignia.openbadges.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPointerTest {
  private static final JsonValue DOCUMENT =
      Json.parse("{\"foo\":[\"bar\",\"baz\"],\"\":0,\"a/b\":1,\"m~n\":8,\"~1\":9}");

  @ParameterizedTest
  @CsvSource({"/foo/0, \"bar\"", "/, 0", "/a~1b, 1", "/m~0n, 8", "/~01, 9"})
  void finds_what_rfc_6901_says(String pointer, String expected) {
    var parsed = JsonPointer.parse(pointer);
    assertThat(parsed.in(DOCUMENT)).isEqualTo(Json.parse(expected));
    assertThat(parsed.toString()).isEqualTo(pointer);
  }

  @ParameterizedTest
  @CsvSource({"/foo/2", "/foo/01", "/foo/-", "/foo/-1", "/foo/99999999999", "/bar", "/foo/0/x"})
  void finds_nothing_where_there_is_nothing(String pointer) {
    assertThat(JsonPointer.parse(pointer).in(DOCUMENT)).isNull();
  }

  @Test
  void the_empty_pointer_is_the_whole_document() {
    assertThat(JsonPointer.parse("").in(DOCUMENT)).isEqualTo(DOCUMENT);
  }

  @ParameterizedTest
  @CsvSource({"foo", "/a~2b", "/a~"})
  void refuses_what_is_not_a_pointer(String pointer) {
    assertThatThrownBy(() -> JsonPointer.parse(pointer)).isInstanceOf(MalformedCredential.class);
  }
}
