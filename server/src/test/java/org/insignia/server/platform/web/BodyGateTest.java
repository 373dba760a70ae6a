package org.insignia.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Requests that say how large they are and then send nothing: whoever answers has not waited for
 * the body.
 */
@ServerTest
class BodyGateTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final long HUGE = 500L << 20;
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
  private static final String FORM = "multipart/form-data; boundary=x";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired List<Upload> uploads;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping routes;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sign-in",
        "/sign-up",
        "/find-badges",
        "/reset",
        "/verify",
        "/nowhere",
        "/claim/abc/accept",
        "/org/x",
        "/rest/v1/verify",
        "/rest/nowhere"
      })
  void much_from_a_stranger_is_refused_unread(String path) throws IOException {
    for (var type : new String[] {FORM, "application/x-www-form-urlencoded", "application/json"}) {
      for (var method : new String[] {"POST", "PUT", "PATCH", "DELETE", "GET"}) {
        var answer = answer(head(method, path, type, HUGE, ""));
        assertThat(answer).as(method + " " + type).startsWith("HTTP/1.1 413");
      }
    }
  }

  @Test
  void the_refusal_is_a_page_for_people_and_a_problem_for_programs() throws IOException {
    var page = answer(head("POST", "/sign-in?lang=it", FORM, HUGE, ""));
    assertThat(page)
        .containsIgnoringCase("Content-Security-Policy: default-src 'none'")
        .containsIgnoringCase("connection: close")
        .contains("<!doctype html>");
    var problem = answer(head("POST", "/rest/v1/verify", "application/json", HUGE, ""));
    assertThat(problem)
        .containsIgnoringCase("content-type: application/problem+json")
        .contains("\"status\":413");
  }

  @ParameterizedTest
  @CsvSource({
    "/console/x/results, 404",
    "/console/x/catalogue/import, 404",
    "/account/photo, 403",
    "/home/import, 403",
    "/rest/v1/imports/catalogue, 401",
    "/rest/v1/imports/results?provider=x, 401",
    "/rest/v1/imports/whatever, 401",
    "/rest/v1/mail/bounces, 401"
  })
  void where_files_are_taken_a_stranger_is_told_so_before_the_file_is_sent(
      String path, String status) throws IOException {
    assertThat(answer(head("POST", path, FORM, HUGE, ""))).startsWith("HTTP/1.1 " + status);
    var guessed = "Authorization: Bearer guessed\r\n";
    assertThat(answer(head("POST", path, FORM, HUGE, guessed))).startsWith("HTTP/1.1 " + status);
  }

  @Test
  void whoever_shows_the_token_may_bring_an_import_of_any_length() throws IOException {
    var token = Files.readString(settings.dataFolder().resolve("admin.token")).strip();
    var bearer = "Authorization: Bearer " + token + "\r\n";
    // Nothing is there, but that is found out behind the gate.
    assertThat(answer(head("POST", "/rest/v1/imports/whatever", "text/csv", HUGE, bearer)))
        .startsWith("HTTP/1.1 404");
  }

  @Test
  void a_person_may_bring_a_file_only_where_it_is_theirs_to_bring() throws IOException {
    var address = "g" + UUID.randomUUID() + "@example.org";
    var ana = accounts.createConfirmed("Ana", EmailAddress.of(address), PASSWORD, Language.EN);
    Organisation academy = badges.academy();
    var results = "/console/" + academy.slug() + "/results";
    var cookie = "Cookie: " + Web.signedIn(settings, address, PASSWORD).cookies() + "\r\n";
    assertThat(answer(head("POST", results, FORM, HUGE, cookie))).startsWith("HTTP/1.1 404");
    assertThat(answer(head("POST", "/account/photo", FORM, HUGE, cookie)))
        .startsWith("HTTP/1.1 413");
    assertThat(answer(head("POST", "/account/profile", FORM, 2 << 20, cookie)))
        .startsWith("HTTP/1.1 413");
    members.grant("test", ana.value(), academy.id(), Role.ISSUER);
    assertThat(answer(head("POST", results, FORM, 600L << 20, cookie))).startsWith("HTTP/1.1 413");
    // This much they may bring: nothing is answered before the form has come.
    var small = body(1, 10);
    assertThat(answer(head("POST", results, FORM, small.length(), cookie) + small))
        .startsWith("HTTP/1.1 403");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/verify", "/home/import", "/rest/v1/imports/catalogue"})
  void a_form_that_does_not_say_how_long_it_is_is_not_read(String path) throws IOException {
    var chunked =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n"
            .formatted(path, FORM);
    assertThat(answer(chunked)).matches("(?s)HTTP/1.1 4(11|01|03).*");
  }

  @Test
  void a_form_of_very_many_parts_is_refused() throws IOException {
    for (int parts : new int[] {101, 900}) {
      var body = body(parts, 1);
      assertThat((long) body.length()).isLessThan(BodyGate.FROM_STRANGERS);
      assertThat(answer(head("POST", "/verify", FORM, body.length(), "") + body))
          .matches("(?s)HTTP/1.1 4\\d\\d.*");
    }
    var many = body(10_000, 1);
    assertThat(answer(head("POST", "/verify", FORM, many.length(), "") + many))
        .matches("(?s)HTTP/1.1 4\\d\\d.*");
  }

  @Test
  void every_form_that_brings_a_file_says_how_large_it_may_be() {
    var without =
        routes.getHandlerMethods().entrySet().stream()
            .filter(route ->
                Arrays.stream(route.getValue().getMethodParameters())
                    .anyMatch(p ->
                        p.getGenericParameterType()
                            .getTypeName()
                            .contains(MultipartFile.class.getName())))
            .flatMap(route -> route.getKey().getPatternValues().stream())
            .map(pattern -> pattern.replaceAll("\\{[^/]*}", "x"))
            .filter(path -> uploads.stream().noneMatch(u -> u.path().matcher(path).matches()))
            .toList();
    assertThat(without).as("need a bean of type Upload beside their pages").isEmpty();
  }

  @Test
  void after_all_that_an_honest_form_is_read() throws IOException {
    var body = body(1, 10);
    assertThat(answer(head("POST", "/verify", FORM, body.length(), "") + body))
        .startsWith("HTTP/1.1 422");
  }

  private static String body(int parts, int length) {
    var body = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      body.append("--x\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\n");
      body.append("a".repeat(length)).append("\r\n");
    }
    return body.append("--x--\r\n").toString();
  }

  private static String head(String method, String path, String type, long length, String more) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nAccept: "
        + (path.startsWith("/rest") ? "application/json" : "text/html")
        + "\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + length
        + "\r\n"
        + more
        + "\r\n";
  }

  /** Sends exactly this, and nothing more, and reads one answer. */
  private String answer(String request) throws IOException {
    try (var socket = new Socket("localhost", settings.baseUrl().getPort())) {
      socket.setSoTimeout(15_000); // the server waits longer than this for a body
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      var in = socket.getInputStream();
      var answer = new StringBuilder();
      while (answer.indexOf("\r\n\r\n") < 0) {
        int c = in.read();
        if (c < 0) {
          return answer.toString();
        }
        answer.append((char) c);
      }
      var length = LENGTH.matcher(answer);
      int left = length.find() ? Integer.parseInt(length.group(1)) : 0;
      return answer + new String(in.readNBytes(left), StandardCharsets.UTF_8);
    }
  }
}
