package org.insignia.server.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.FailureLog;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the running application, asked by everybody. The expected answers stand in {@code
 * src/test/resources/authorisation/matrix.txt}; a route without a line there fails, and what was
 * seen is written to {@code target/authorisation/seen.txt}, line by line as it may be added after
 * thinking about it.
 */
@ServerTest
class AuthorisationMatrixTest {
  private static final Path SEEN = Path.of("target/authorisation/seen.txt");

  @Autowired Settings settings;
  @Autowired Fixtures fixtures;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping routes;

  @Test
  void every_route_has_its_expectation_and_every_caller_gets_the_expected_answer()
      throws IOException {
    var expected = new ArrayList<>(Matrix.read());
    var known = expected.stream().map(Expectation::route).collect(Collectors.toSet());
    var missing = new TreeSet<>(served());
    missing.removeAll(known);
    int last = expected.isEmpty() ? 0 : expected.size() - 1; // it ends the accounts that ask
    missing.forEach(route -> expected.add(last, guess(route)));

    try (var log = FailureLog.open()) {
      var seen = ask(expected);

      Files.createDirectories(SEEN.getParent());
      Files.write(SEEN, seen.stream().map(Expectation::toString).toList());
      assertThat(missing).as("routes without a line; see " + SEEN).isEmpty();
      assertThat(differences(expected, seen)).as("see " + SEEN + "; " + log.said()).isEmpty();
    }
  }

  /** A line for each answer that is not the expected one, and nothing of those that are. */
  private static List<String> differences(List<Expectation> expected, List<Expectation> seen) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < seen.size(); i++) {
      lines.addAll(expected.get(i).differences(seen.get(i)));
    }
    return lines;
  }

  @Test
  void no_line_speaks_of_a_route_that_is_gone() {
    var gone = new TreeSet<>(Matrix.read().stream().map(Expectation::route).toList());
    gone.removeAll(served());
    assertThat(gone).isEmpty();
  }

  /** Method and pattern of each of our routes. */
  private Set<String> served() {
    var served = new TreeSet<String>();
    routes
        .getHandlerMethods()
        .forEach((info, handler) -> {
          if (handler.getBeanType().getPackageName().startsWith("org.insignia.server")) {
            for (var method : info.getMethodsCondition().getMethods()) {
              for (var pattern : info.getPatternValues()) {
                served.add(method.name() + " " + pattern);
              }
            }
          }
        });
    return served;
  }

  private List<Expectation> ask(List<Expectation> lines) {
    var scene = fixtures.lay();
    var base = settings.baseUrl().toString();
    Map<Caller, Browser> browsers = new EnumMap<>(Caller.class);
    try {
      for (var caller : Caller.values()) {
        browsers.put(caller, new Browser(base, scene.accounts().get(caller)));
      }
      return lines.stream().map(line -> ask(line, scene, browsers)).toList();
    } finally {
      browsers.values().forEach(Browser::close);
    }
  }

  /** Without the field first: such a request must have no effect on the ones with it. */
  private static Expectation ask(
      Expectation line, Fixtures.Scene scene, Map<Caller, Browser> browsers) {
    var unfielded = new TreeSet<Integer>();
    if (!line.isSafe()) { // machines know no hidden field: one of them is enough
      browsers.entrySet().stream()
          .limit(line.isOfMachines() ? 1 : browsers.size())
          .forEach(b -> unfielded.add(ask(line, scene, b.getKey(), b.getValue(), false)));
    }
    var answers = new ArrayList<Integer>();
    browsers.forEach(
        (caller, browser) -> answers.add(ask(line, scene, caller, browser, !line.isSafe())));
    // All alike, or a number that no line can expect.
    int alike = unfielded.isEmpty() ? 0 : unfielded.size() == 1 ? unfielded.first() : -1;
    return line.answering(answers, alike);
  }

  private static int ask(
      Expectation line, Fixtures.Scene scene, Caller caller, Browser browser, boolean withField) {
    return browser.ask(
        line.method(), scene.fill(line.path(), caller), scene.fill(line.form(), caller), withField);
  }

  /** A first line for a new route: names of path variables filled in as they usually mean. */
  private static Expectation guess(String route) {
    var parts = route.split(" ", 2);
    var path =
        parts[1]
            .replaceAll("\\{slug(:(?:[^{}]|\\{[^{}]*})*)?}", "\\$slug")
            .replaceAll("\\{token(:(?:[^{}]|\\{[^{}]*})*)?}", "\\$token")
            .replaceAll("\\{vanity(:(?:[^{}]|\\{[^{}]*})*)?}", "\\$vanity")
            .replaceAll("\\{achievement(:(?:[^{}]|\\{[^{}]*})*)?}", "\\$achievement")
            .replaceAll("\\{[a-zA-Z]+(:(?:[^{}]|\\{[^{}]*})*)?}", "\\$nothing");
    var unknown = Collections.nCopies(Caller.values().length, 0);
    return new Expectation(parts[0], parts[1], path, "", unknown, 0);
  }
}
