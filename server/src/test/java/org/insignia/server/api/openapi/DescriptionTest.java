package org.insignia.server.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.api.testing.Contract;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ServerTest
class DescriptionTest {
  @Autowired Settings settings;
  @Autowired Description description;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping routes;

  private Contract contract() {
    return new Contract(Json.write(Json.parse(description.json())));
  }

  @Test
  void every_route_is_described_and_every_described_one_is_there() {
    Set<String> served = new TreeSet<>();
    routes
        .getHandlerMethods()
        .keySet()
        .forEach(info ->
            info.getPatternValues().stream()
                .filter(path -> path.startsWith("/rest/v1/"))
                .forEach(path ->
                    info.getMethodsCondition()
                        .getMethods()
                        .forEach(method ->
                            served.add(
                                method + " " + path.replaceAll("\\{([^:}]+):[^}]+}", "{$1}")))));
    Set<String> described = new TreeSet<>();
    contract().operations().forEach(o -> described.add(o.method() + " " + o.path()));
    assertThat(described).isEqualTo(served);
  }

  @Test
  void every_operation_has_a_name_of_its_own_a_summary_and_a_scope_that_exists() {
    var names = new HashSet<String>();
    for (var operation : contract().operations()) {
      var said = operation.described();
      assertThat(names.add(String.valueOf(said.string("operationId"))))
          .as(operation.path())
          .isTrue();
      assertThat(said.string("summary")).as(operation.path()).isNotBlank();
      assertThat(said.get("security")).as(operation.path()).isNotNull();
      var scope = said.string("x-scope");
      if (scope != null) {
        assertThat(Scope.of(scope)).as(scope).isPresent();
      }
      assertThat(said.string("description")).as(operation.path()).isNotBlank();
    }
  }

  @Test
  void every_scope_says_what_it_means_and_every_way_to_a_token_is_named() {
    var components = Contract.object((JsonObject) Json.parse(description.json()), "components");
    var schemes = Contract.object(components, "securitySchemes");
    assertThat(schemes.members().keySet())
        .containsExactlyInAnyOrder("token", "client", "person", "operator");
    var client = flow(schemes, "client", "clientCredentials");
    assertThat(client.string("tokenUrl")).isEqualTo(settings.url("/oauth/token").toString());
    assertThat(Contract.object(client, "scopes").members()).hasSize(Scope.values().length);
    var person = flow(schemes, "person", "authorizationCode");
    assertThat(Contract.object(person, "scopes").string("me:write"))
        .isEqualTo("accept or decline badges for you, and show or hide them");
  }

  private static JsonObject flow(JsonObject schemes, String scheme, String flow) {
    return Contract.object(Contract.object(Contract.object(schemes, scheme), "flows"), flow);
  }

  @Test
  void no_body_is_left_undescribed() {
    var contract = contract();
    List<String> bare = new ArrayList<>();
    for (var operation : contract.operations()) {
      Contract.object(operation.described(), "responses")
          .members()
          .forEach((status, response) -> {
            var content = contract.resolved((JsonObject) response).object("content");
            if (content != null) {
              content
                  .members()
                  .forEach((type, media) -> {
                    var schema = ((JsonObject) media).get("schema");
                    if (type.endsWith("json")
                        && (schema == null || ((JsonObject) schema).members().isEmpty())) {
                      bare.add(operation.method() + " " + operation.path() + " " + status);
                    }
                  });
            }
          });
    }
    assertThat(bare).isEmpty();
  }

  @Test
  void every_reference_leads_somewhere_and_every_example_fits_its_schema() {
    var contract = contract();
    List<String> wrong = new ArrayList<>();
    for (var operation : contract.operations()) {
      var said = operation.described();
      if (said.object("requestBody") != null) {
        examples(contract, Contract.object(said, "requestBody"), operation.path() + " body", wrong);
      }
      Contract.object(said, "responses")
          .members()
          .forEach((status, response) ->
              examples(
                  contract,
                  contract.resolved((JsonObject) response),
                  operation.method() + " " + operation.path() + " " + status,
                  wrong));
    }
    assertThat(wrong).isEmpty();
    references(contract, Json.parse(description.json()));
  }

  private static void examples(
      Contract contract, JsonObject bodies, String where, List<String> wrong) {
    if (bodies.object("content") == null) {
      return;
    }
    Contract.object(bodies, "content")
        .members()
        .forEach((type, media) -> {
          var schema = ((JsonObject) media).get("schema");
          var example = ((JsonObject) media).get("example");
          if (type.endsWith("json") && example == null) {
            wrong.add(where + ": no example");
          } else if (example != null && type.endsWith("json")) {
            contract
                .problems(schema, Json.write(example))
                .forEach(problem -> wrong.add(where + ": " + problem));
          }
        });
  }

  private static void references(Contract contract, JsonValue value) {
    switch (value) {
      case JsonObject object -> {
        contract.resolved(object);
        object.members().values().forEach(member -> references(contract, member));
      }
      case JsonValue.JsonArray array ->
          array.elements().forEach(element -> references(contract, element));
      case JsonValue other -> {}
    }
  }

  @Test
  void programs_of_any_site_may_read_it() {
    var answer = Web.stranger(settings).bytes("/openapi.json");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("\"openapi\":\"3.1.1\"", settings.url("").toString());
  }
}
