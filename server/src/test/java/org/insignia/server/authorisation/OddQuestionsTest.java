package org.insignia.server.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page of the console, asked with what no form of ours sends: each parameter it reads. */
@ServerTest
class OddQuestionsTest {
  /** Of pages that take their parameters as they come. */
  private static final Set<String> TAKEN_AS_THEY_COME =
      Set.of("to", "badge", "state", "from", "until", "before", "actor", "action", "subject");

  private static final String PRODUCT = "123457370371";
  private static final List<String> TEXTS =
      List.of(
          "%00",
          "%25_%5C",
          "%27%29+or+1=1;--+%22%3Cscript%3Ealert(1)%3C/script%3E",
          "$%7B123457*1000003%7D%23%7B123457*1000003%7D__$%7B123457*1000003%7D__::.x$%7Bjndi:ldap://x%7D",
          "0000-99-99",
          "99999999999999999999_00000000-0000-0000-0000-000000000000",
          "x".repeat(3000));
  private static final List<String> NUMBERS =
      List.of("-1", "2147483647", "9223372036854775807", "1e9", "%00");

  private static final List<String> BACK_DOORS =
      List.of(
          "/actuator",
          "/actuator/env",
          "/actuator/heapdump",
          "/manage/health",
          "/h2-console",
          "/swagger-ui.html",
          "/v3/api-docs",
          "/.git/config",
          "/.env",
          "/application.properties",
          "/WEB-INF/web.xml",
          "/META-INF/MANIFEST.MF",
          "/server-status",
          "/phpinfo.php");

  @Autowired Settings settings;
  @Autowired Fixtures fixtures;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping routes;

  @Test
  @DisplayName("security-and-reliability T5, T8: odd questions get an answer below 500, as text")
  void the_console_answers_whatever_it_is_asked() {
    var scene = fixtures.lay();
    var parameters = parameters();
    var wrong = new TreeSet<String>();
    try (var browser =
        new Browser(settings.baseUrl().toString(), scene.accounts().get(Caller.LEADER))) {
      for (var line : Matrix.read()) {
        var known = parameters.get(line.route());
        if (known != null && line.route().startsWith("GET /console/{slug}")) {
          var path = scene.fill(line.path(), Caller.LEADER);
          questions(path, known).forEach(question -> judge(browser, question, wrong));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  @DisplayName("T11: there is no back door, whoever asks for it")
  void what_other_servers_leave_open_is_not_there() {
    var scene = fixtures.lay();
    var found = new TreeSet<String>();
    try (var browser =
        new Browser(settings.baseUrl().toString(), scene.accounts().get(Caller.OPERATOR))) {
      for (var path : BACK_DOORS) {
        var answer = browser.look(path);
        if (answer.statusCode() != 404) {
          found.add(answer.statusCode() + " " + path);
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static void judge(Browser browser, String question, Set<String> wrong) {
    var answer = browser.look(question);
    var shown = question.substring(0, Math.min(160, question.length()));
    if (answer.statusCode() >= 500) {
      wrong.add(answer.statusCode() + " " + shown);
    }
    if (answer.body().contains("<script>alert")
        || answer.body().contains(PRODUCT)
        || answer.body().contains("\tat org.")) {
      wrong.add("not as text: " + shown);
    }
  }

  /** All texts of a page take the same value at once; numbers by themselves. */
  private static Stream<String> questions(String path, Map<String, Boolean> parameters) {
    var stem = path + (path.contains("?") ? "&" : "?");
    var texts = names(parameters, false);
    var numbers = names(parameters, true);
    return Stream.concat(asked(stem, texts, TEXTS), asked(stem, numbers, NUMBERS));
  }

  private static Stream<String> asked(String stem, List<String> names, List<String> values) {
    return names.isEmpty()
        ? Stream.empty()
        : values.stream()
            .map(value ->
                names.stream()
                    .map(name -> name + "=" + value)
                    .collect(Collectors.joining("&", stem, "")));
  }

  private static List<String> names(Map<String, Boolean> parameters, boolean numbers) {
    return parameters.entrySet().stream()
        .filter(p -> p.getValue() == numbers)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** By route: what its method reads from the query, and whether that is a number. */
  private Map<String, Map<String, Boolean>> parameters() {
    Map<String, Map<String, Boolean>> all = new HashMap<>();
    routes
        .getHandlerMethods()
        .forEach((info, handler) ->
            info.getPatternValues()
                .forEach(pattern -> all.put("GET " + pattern, parameters(handler))));
    return all;
  }

  private static Map<String, Boolean> parameters(HandlerMethod handler) {
    Map<String, Boolean> found = new TreeMap<>();
    for (var parameter : handler.getMethodParameters()) {
      var annotation = parameter.getParameterAnnotation(RequestParam.class);
      if (annotation != null && parameter.getParameterType() == Map.class) {
        TAKEN_AS_THEY_COME.forEach(name -> found.put(name, false));
      } else if (annotation != null) {
        found.put(name(annotation, parameter), parameter.getParameterType().isPrimitive());
      }
    }
    return found;
  }

  private static String name(RequestParam annotation, MethodParameter parameter) {
    return Stream.of(annotation.name(), annotation.value())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .or(() -> Optional.ofNullable(parameter.getParameter().getName()))
        .orElseThrow();
  }
}
