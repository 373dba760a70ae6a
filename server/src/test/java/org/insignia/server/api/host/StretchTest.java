package org.insignia.server.api.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Open Badges 3.0: limit, offset, since and the Link header")
class StretchTest {
  private static final String AT = "https://host.example/ims/ob/v3p0/credentials";

  @Test
  void the_neighbours_are_named_and_no_next_on_the_last_part() {
    assertThat(Stretch.read(null, null, null).links(AT, 50)).isEmpty();
    assertThat(Stretch.read("2", "2", null).links(AT, 5))
        .isEqualTo(
            "<%1$s?limit=2&offset=4>; rel=\"next\", <%1$s?limit=2&offset=4>; rel=\"last\", <%1$s?limit=2&offset=0>; rel=\"first\", <%1$s?limit=2&offset=0>; rel=\"prev\""
                .formatted(AT));
    assertThat(Stretch.read("2", "4", null).links(AT, 5))
        .doesNotContain("next")
        .contains("offset=2>; rel=\"prev\"");
    assertThat(Stretch.read("2", "9", null).links(AT, 0)).contains("offset=0>; rel=\"last\"");
    assertThat(Stretch.read("1", null, "2026-01-31T14:00:00+02:00").links(AT, 2))
        .contains("&since=2026-01-31T12:00:00Z>");
  }

  @Test
  void what_is_no_number_or_time_is_told() {
    for (var wrong : new String[] {"0", "-1", "x", "", "99999999999"}) {
      assertThatThrownBy(() -> Stretch.read(wrong, null, null))
          .isInstanceOf(ImsxRefusal.class)
          .hasMessageContaining("limit");
    }
    assertThatThrownBy(() -> Stretch.read(null, "-1", null)).hasMessageContaining("offset");
    assertThatThrownBy(() -> Stretch.read(null, null, "2026-01-31")).hasMessageContaining("offset");
    assertThat(Stretch.read("100000", null, null).limit()).isEqualTo(Stretch.MOST);
  }
}
