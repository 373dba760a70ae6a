package org.insignia.server.api.credly.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.insignia.server.api.tokens.ShownToken;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

class WireTest {
  private final RequestReader reader = new RequestReader(JsonMapper.builder().build());

  @Test
  void dates_are_read_in_all_forms_that_clients_send() {
    var moment = Instant.parse("2014-04-01T14:41:00Z");
    for (var text :
        new String[] {
          "2014-04-01 09:41:00 -0500",
          "2014-04-01 09:41:00 -05:00",
          "2014-04-01T09:41:00-05:00",
          "2014-04-01T09:41:00-0500",
          "2014-04-01T14:41:00Z",
          "2014-04-01T14:41:00.000Z",
          "2014-04-01T14:41:00.000000+00:00",
          "2014-04-01 14:41:00 UTC",
          "2014-04-01 14:41:00 0000",
          "2014-04-01 14:41:00",
          "2014-04-01  02:41:00 pm",
          "2014-04-01  02:41:00 PM",
          "2014-04-01T14:41:00",
          "Tue, 1 Apr 2014 14:41:00 GMT",
          "2014-04-01 14:41:00.000123",
          "2014-04-01 14:41:00.000123+00:00",
          "2014-04-01T14:41:00.000Z",
          "2014-04-01T09:41:00.000-0500",
          "Tue Apr 01 2014 09:41:00 GMT-0500 (Eastern Daylight Time)"
        }) {
      assertThat(Moments.parse(text)).as(text).contains(moment);
    }
    assertThat(Moments.parse("2014-04-01")).contains(Instant.parse("2014-04-01T00:00:00Z"));
    for (var text : new String[] {"04/01/2014", "4/1/2014"}) {
      assertThat(Moments.parse(text)).as(text).contains(Instant.parse("2014-04-01T00:00:00Z"));
    }
    for (var text :
        new String[] {
          "",
          "02/30/2014",
          "13/01/2014",
          "04/01/14",
          "soon",
          "2014-13-01",
          "99999999999999999",
          "0000-01-01"
        }) {
      assertThat(Moments.parse(text)).as(text).isEmpty();
    }
    assertThat(Moments.stamp(moment)).isEqualTo("2014-04-01T14:41:00.000Z");
  }

  @Test
  void a_token_is_found_in_every_spelling() {
    for (var user : new String[] {"TOK:", "TOK", "TOK|", "TOK:x", "TOK|:", ":TOK", "TOK:''"}) {
      var shown =
          java.util.Base64.getEncoder()
              .encodeToString(user.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThat(ShownToken.bearer("Basic " + shown)).as(user).isEqualTo("Bearer TOK");
      assertThat(ShownToken.bearer("basic  " + shown.replace("=", ""))).isEqualTo("Bearer TOK");
    }
    assertThat(ShownToken.bearer("bearer TOK ")).isEqualTo("Bearer TOK");
    assertThat(ShownToken.bearer(null)).isNull();
  }

  @Test
  void fields_are_read_from_json_forms_and_queries() {
    var json = new MockHttpServletRequest("POST", "/v1/x");
    json.setQueryString("issued_at=2020-01-01&suppress=true");
    json.setContent(
        "{\"badge\":{\"a\":1,\"list\":[\"x\",{\"name\":\"y\"}]},\"n\":null}".getBytes());
    var asked = reader.read(json).unwrapped("badge");
    assertThat(asked.text("issued_at")).contains("2020-01-01");
    assertThat(asked.text("a")).contains("1");
    assertThat(asked.texts("list")).containsExactly("x", "y");
    assertThat(asked.flag("suppress")).contains(true);
    assertThat(asked.isNothing("n")).isTrue();
    assertThat(asked.has("absent")).isFalse();

    var form = new MockHttpServletRequest("PUT", "/v1/x");
    form.setContentType("application/x-www-form-urlencoded");
    form.setContent(
        "evidence%5B0%5D%5Bname%5D=one&evidence[0][value]=v&evidence[1][name]=two&skills[]=a&skills[]=b&t=1+2"
            .getBytes());
    asked = reader.read(form);
    assertThat(asked.list("evidence")).hasSize(2);
    assertThat(asked.list("evidence").getFirst().text("value")).contains("v");
    assertThat(asked.texts("skills")).containsExactly("a", "b");
    assertThat(asked.text("t")).contains("1 2");

    var named = new MockHttpServletRequest("POST", "/v1/x");
    named.setParameter("{\"a\":\"b\"}", "");
    assertThat(reader.read(named).text("a")).contains("b");

    var rails = new MockHttpServletRequest("POST", "/v1/x");
    rails.setQueryString("evidence[][name]=one&evidence[][value]=v&evidence[][name]=two");
    assertThat(reader.read(rails).list("evidence")).hasSize(2);
  }

  @Test
  void filters_are_read_in_both_spellings() {
    var old = new MockHttpServletRequest("GET", "/v1/x");
    old.setParameter("filter", "state::pending,accepted|badge_templates[reporting_tags]::a b");
    var filters = Filters.of(old);
    assertThat(filters.words("state")).containsExactly("pending", "accepted");
    assertThat(filters.text("badge_templates[reporting_tags]")).contains("a b");

    var fresh = new MockHttpServletRequest("GET", "/v1/x");
    fresh.setParameter("filter[state]", "pending");
    fresh.setParameter("filter[badge_templates][reporting_tags]", "t");
    fresh.setParameter("filter[public]", "true");
    filters = Filters.of(fresh);
    assertThat(filters.words("state")).containsExactly("pending");
    assertThat(filters.text("badge_templates[reporting_tags]")).contains("t");
    assertThat(filters.flag("public")).contains(true);
  }

  @Test
  void a_list_is_narrowed_by_the_form_of_a_get_as_well_and_the_query_counts_first() {
    var request = new MockHttpServletRequest("GET", "/v1/x");
    request.setParameter("page", "3");
    request.setContentType("application/x-www-form-urlencoded; charset=utf-8");
    request.setContent(
        "filter%5Bstate%5D=pending&filter[public]=true&sort=-issued_at&page=1&per=7".getBytes());
    var filters = Filters.of(request);
    assertThat(filters.words("state")).containsExactly("pending");
    assertThat(filters.flag("public")).contains(true);
    assertThat(Sorts.of(request).keys()).containsExactly(new Sorts.Key("issued_at", true));
    var page = Paging.of(request, "");
    assertThat(page.number()).isEqualTo(3);
    assertThat(page.per()).isEqualTo(7);
    assertThat(page.url()).contains("filter%5Bstate%5D=pending&", "per=7&").doesNotContain("page=");

    var posted = new MockHttpServletRequest("POST", "/v1/x");
    posted.setContentType("application/x-www-form-urlencoded");
    posted.setContent("filter[state]=pending".getBytes());
    assertThat(Filters.of(posted).words("state")).isEmpty();
  }

  @Test
  void addresses_of_other_pages_always_have_a_question_mark() {
    var request = new MockHttpServletRequest("GET", "/v1/x");
    request.setParameter("page", "2");
    var page = Paging.of(request, "https://h.example");
    assertThat(page.metadata(50, 120))
        .containsAllEntriesOf(
            Map.of(
                "next_page_url",
                "https://h.example/v1/x?page=3",
                "previous_page_url",
                "https://h.example/v1/x?page=1",
                "total_pages",
                3L,
                "per",
                50));
    request.setParameter("page", "999999999");
    assertThat(Paging.of(request, "").number()).isEqualTo(1);
    request.setParameter("page", "1000000");
    assertThat(Paging.of(request, "").skip()).isPositive();
  }
}
