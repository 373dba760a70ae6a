package org.insignia.server.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.insignia.openbadges.json.Json;
import org.insignia.server.api.openapi.Description;
import org.insignia.server.api.testing.Contract;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What a person does and sees on a page, a program does and sees as well: every form, and every
 * page of staff and earners, is named in {@code authorisation/capabilities.txt} with the operations
 * of the API that do the same, or with the reason why there is none. The reasons are those of
 * docs/api.md and no others.
 */
@ServerTest
class EveryCapabilityTest {
  private static final Path DOCUMENT = Path.of("../docs/api.md");
  private static final String SECTION =
      "## What the console and the account can do and the API cannot";

  /** Pages that are not for everybody; what is, programs read where people do. */
  private static final Pattern OWN =
      Pattern.compile(
          "/(console|account|home|imported)(/.*)?|/badges/.*/(share|wallet)(/.*)?|/help/(requests|missing-badge)(/.*)?");

  @Autowired Description description;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping routes;

  private final Capabilities table = Capabilities.read();

  @Test
  void every_form_and_page_has_its_operation_or_the_reason_why_there_is_none() {
    var served = served();
    var missing = new TreeSet<>(served);
    missing.removeAll(table.routes().keySet());
    assertThat(missing).as("routes that no line of capabilities.txt names").isEmpty();
    var gone = new TreeSet<>(table.routes().keySet());
    gone.removeAll(served);
    assertThat(gone).as("lines of routes that are gone").isEmpty();
  }

  @Test
  void every_operation_and_every_reason_that_is_named_exists_and_every_reason_is_used() {
    Set<String> known =
        new Contract(Json.write(Json.parse(description.json())))
            .operations().stream()
                .map(o -> String.valueOf(o.described().string("operationId")))
                .collect(Collectors.toSet());
    table.reasons().keySet().forEach(word -> known.add("!" + word));
    List<String> wrong = new ArrayList<>();
    Set<String> named = new TreeSet<>();
    table
        .routes()
        .forEach((route, does) -> {
          does.stream().filter(d -> !known.contains(d)).forEach(d -> wrong.add(route + ": " + d));
          if (does.size() > 1 && does.stream().anyMatch(d -> d.startsWith("!"))) {
            wrong.add(route + ": operations, or one reason");
          }
          named.addAll(does);
        });
    assertThat(wrong).isEmpty();
    assertThat(named)
        .as("reasons")
        .containsAll(table.reasons().keySet().stream().map(word -> "!" + word).toList());
  }

  @Test
  void the_document_names_these_reasons_and_no_others() throws IOException {
    var text = Files.readString(DOCUMENT);
    assertThat(text).contains(SECTION);
    var section = text.substring(text.indexOf(SECTION) + SECTION.length()).split("\n## ", 2)[0];
    var rows =
        section
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| | why"))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            table.reasons().values().stream()
                .map(reason -> "| " + reason.what() + " | " + reason.why() + " |")
                .toList());
  }

  /** What changes something from a page, and what only one person or staff may see. */
  private Set<String> served() {
    var served = new TreeSet<String>();
    routes
        .getHandlerMethods()
        .forEach((info, handler) -> {
          var type = handler.getBeanType();
          if (!type.getPackageName().startsWith("org.insignia.server")) {
            return;
          }
          boolean ofPages = !AnnotatedElementUtils.hasAnnotation(type, ResponseBody.class);
          for (var method : info.getMethodsCondition().getMethods()) {
            info.getPatternValues().stream()
                .filter(path -> method == RequestMethod.GET ? OWN.matcher(path).matches() : ofPages)
                .forEach(path -> served.add(method + " " + path));
          }
        });
    return served;
  }
}
