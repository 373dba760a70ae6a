package org.insignia.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Globals;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The headers of the list of hostile requests, from this machine. */
class ProxiesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-For  | 1.2.3.4                   | private                | 1.2.3.4",
        "X-Forwarded-For  | 1.2.3.4, 5.6.7.8, 9.9.9.9 | private                | 9.9.9.9",
        "X-Forwarded-For  | 1.2.3.4, 10.0.0.1         | private                | 1.2.3.4",
        "X-Real-IP        | 1.2.3.4                   | private                | 127.0.0.1",
        "Forwarded        | for=1.2.3.4               | private                | 127.0.0.1",
        "CF-Connecting-IP | 1.2.3.4                   | private                | 127.0.0.1",
        "X-Forwarded-For  | 1.2.3.4                   | 203.0.113.9            | 127.0.0.1",
        "X-Forwarded-For  | 1.2.3.4, 5.6.7.8          | 203.0.113.9            | 127.0.0.1",
        "X-Forwarded-For  | 1.2.3.4                   | 203.0.113.9, 127.0.0.1 | 1.2.3.4",
        "X-Forwarded-For  | 1.2.3.4, 203.0.113.9      | 203.0.113.9, 127.0.0.1 | 1.2.3.4",
        "X-Forwarded-For  | 1.2.3.4, 10.0.0.1         | 127.0.0.1              | 10.0.0.1"
      })
  void only_a_proxy_of_the_settings_says_where_a_request_came_from(
      String header, String value, String proxies, String seen) throws Exception {
    assertThat(seenThrough(proxies, header, value)).isEqualTo(seen);
  }

  @Test
  void no_line_of_the_list_says_where_a_request_came_from() throws Exception {
    var list =
        Path.of(System.getProperty("insignia.shared", "../../shared"))
            .resolve("data/hostile/lists/http.jsonl");
    assumeTrue(Files.exists(list), "needs " + list);
    var json = new JsonMapper();
    int run = 0;
    for (var line : Files.readAllLines(list)) {
      var row = json.readTree(line);
      if (row.path("kind").asString("").equals("client-ip-spoof")) {
        for (var header : row.path("headers").properties()) {
          assertThat(seenThrough("203.0.113.9", header.getKey(), header.getValue().asString()))
              .as(line)
              .isEqualTo("127.0.0.1");
          run++;
        }
      }
    }
    assertThat(run).isEqualTo(5);
  }

  /** By this mark {@code sharing.counts} believes a proxy that tells the country. */
  @ParameterizedTest
  @CsvSource({"private, true", "127.0.0.1, true", "203.0.113.9, false"})
  void what_a_believed_proxy_sent_on_is_marked(String proxies, boolean marked) throws Exception {
    assertThat(marked(proxies, "X-Forwarded-For", "1.2.3.4")).isEqualTo(marked);
  }

  private boolean marked(String proxies, String header, String value) throws Exception {
    return answer(proxies, header, value).endsWith(" forwarded");
  }

  private String seenThrough(String proxies, String header, String value) throws Exception {
    return answer(proxies, header, value).replace(" forwarded", "");
  }

  private String answer(String proxies, String header, String value)
      throws LifecycleException, IOException, InterruptedException {
    var tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.getEngine().getPipeline().addValve(Proxies.valve(proxies));
    var context = tomcat.addContext("", folder.toString());
    Tomcat.addServlet(context, "echo", new Echo());
    context.addServletMappingDecoded("/", "echo");
    tomcat.start();
    try (var client = HttpClient.newHttpClient()) {
      var address = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/");
      var request = HttpRequest.newBuilder(address).header(header, value).build();
      return client.send(request, BodyHandlers.ofString()).body();
    } finally {
      tomcat.stop();
      tomcat.destroy();
    }
  }

  private static final class Echo extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      var forwarded = request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE);
      response
          .getWriter()
          .print(request.getRemoteAddr() + (Boolean.TRUE.equals(forwarded) ? " forwarded" : ""));
    }
  }
}
