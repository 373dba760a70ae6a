package org.insignia.server.api.credly.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.insignia.server.api.credly.testing.CredlyClient;
import org.insignia.server.api.credly.testing.CredlyClient.Answer;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class TemplatesModuleTest {
  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;

  private Organisation academy;
  private CredlyClient client;
  private CredlyClient anybody;

  @BeforeEach
  void found() {
    academy = badges.academy();
    client = new CredlyClient(settings, academy, CredlyClient.basic(tokens.of(academy)));
    anybody = client.with("");
  }

  private static String picture(int side) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB), "png", out);
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }

  private Map<String, Object> template(Object... more) throws IOException {
    Map<String, Object> wish = new HashMap<>();
    wish.put("name", "Network Basics");
    wish.put("description", "What a network is.");
    wish.put("skills", List.of("Routing", "Switching", "Naming"));
    wish.put("global_activity_url", "https://academy.example/networks");
    wish.put(
        "badge_template_activities",
        List.of(
            Map.of(
                "title",
                "Pass [the] exam",
                "activity_type",
                "Assessment",
                "activity_url",
                "https://academy.example/exam")));
    wish.put("image", picture(320));
    for (int i = 0; i < more.length; i += 2) {
      wish.put((String) more[i], more[i + 1]);
    }
    return wish;
  }

  @Test
  void a_template_is_made_changed_issued_archived_and_deleted() throws Exception {
    var made =
        client.json(
            "POST",
            "/badge_templates",
            template(
                "level",
                "Intermediate",
                "cost",
                "Free",
                "time_to_earn",
                "Days",
                "type_category",
                "Validation",
                "reporting_tags",
                List.of("networks"),
                "allow_duplicate_badges",
                true,
                "state",
                "draft",
                "alignments",
                List.of(
                    Map.of("name", "F", "url", "https://f.example/1", "description", "first"))));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    var id = made.text("data.id");
    assertThat(made.whole().headers().firstValue("Location").orElse(""))
        .endsWith("/badge_templates/" + id);
    assertThat(made.text("data.state")).isEqualTo("draft");
    assertThat(made.text("data.level")).isEqualTo("Intermediate");
    assertThat(made.text("data.time_to_earn")).isEqualTo("Days");
    assertThat(made.text("data.type_category")).isEqualTo("Validation");
    assertThat(made.text("data.skills.2")).isEqualTo("Naming");
    assertThat(made.text("data.reporting_tags.0")).isEqualTo("networks");
    assertThat(made.text("data.badge_template_activities.0.title")).isEqualTo("Pass [the] exam");
    assertThat(made.text("data.alignments.0.description")).isEqualTo("first");
    assertThat(made.text("data.global_activity_url")).isEqualTo("https://academy.example/networks");
    assertThat(made.at("data.badges_count")).isEqualTo(0);
    assertThat((Map<?, ?>) made.at("data")).hasSizeGreaterThan(45);

    var wish =
        Map.of(
            "recipient_email",
            "n" + UUID.randomUUID() + "@example.org",
            "badge_template_id",
            id,
            "issued_at",
            "2024-01-01",
            "issued_to_first_name",
            "A",
            "issued_to_last_name",
            "B");
    assertThat(client.json("POST", "/badges", wish).text("data.message")).contains("draft");

    var changed =
        client.json("PUT", "/badge_templates/" + id, Map.of("name", "Networks", "state", "active"));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.text("data.name")).isEqualTo("Networks");
    assertThat(changed.text("data.state")).isEqualTo("active");
    assertThat(changed.text("data.description")).isEqualTo("What a network is.");
    assertThat(changed.text("data.reporting_tags.0")).isEqualTo("networks");
    assertThat(client.json("POST", "/badges", wish).status()).isEqualTo(201);
    assertThat(client.json("POST", "/badges", wish).status()).isEqualTo(201);
    assertThat(
            client
                .get("/badges?filter=badge_templates%5Breporting_tags%5D::networks")
                .at("metadata.total_count"))
        .isEqualTo(2);

    assertThat(
            client.json("PUT", "/badge_templates/" + id + "/archive", Map.of()).text("data.state"))
        .isEqualTo("archived");
    assertThat(client.json("POST", "/badges", wish).text("data.message"))
        .startsWith("Invalid or missing Badge Template ID: " + id)
        .contains("archived");
    assertThat(
            client
                .json("PUT", "/badge_templates/" + id + "/unarchive", Map.of())
                .text("data.state"))
        .isEqualTo("active");
    assertThat(client.json("DELETE", "/badge_templates/" + id, Map.of()).status()).isEqualTo(422);

    var other = client.json("POST", "/badge_templates", template("name", "Unused")).text("data.id");
    assertThat(client.json("DELETE", "/badge_templates/" + other, Map.of()).status())
        .isEqualTo(204);
    assertThat(client.get("/badge_templates/" + other).status()).isEqualTo(404);
    var told = client.get("/events");
    assertThat(told.text("data.0.event_type")).isEqualTo("badge_template.deleted");
    assertThat(told.at("data.0.badge_template")).isEqualTo(Map.of("id", other));
    assertThat(anybody.send("GET", "/api/v1/obi/v2/badge_classes/" + other, "", "").status())
        .isEqualTo(404);
  }

  @Test
  void templates_are_listed_narrowed_and_kept_from_others() throws Exception {
    var mine =
        client
            .json("POST", "/badge_templates", template("name", "Zebra", "reporting_tags", "a,b"))
            .text("data.id");
    assertThat(names(client.get("/badge_templates?sort=name")))
        .hasSize(4)
        .last()
        .isEqualTo("Zebra");
    assertThat(names(client.get("/badge_templates?sort=-created_at"))).first().isEqualTo("Zebra");
    assertThat(names(client.get("/badge_templates?filter=name::zeb"))).containsExactly("Zebra");
    assertThat(names(client.get("/badge_templates?filter%5Bname%5D=%22zeb%22"))).isEmpty();
    assertThat(names(client.get("/badge_templates?filter=reporting_tags::b%7Cstate::active")))
        .containsExactly("Zebra");
    assertThat(names(client.get("/badge_templates?filter=state::archived,draft"))).isEmpty();
    assertThat(names(client.get("/badge_templates?filter=skills::routing")))
        .containsExactly("Zebra");
    assertThat(names(client.get("/badge_templates?filter=updated_at_min::2999-01-01"))).isEmpty();
    assertThat(client.get("/badge_templates?per=3&page=2").at("metadata.count")).isEqualTo(1);
    var stranger =
        new CredlyClient(
            settings, badges.academy(), CredlyClient.basic(tokens.of(badges.academy())));
    assertThat(stranger.get("/badge_templates").status()).isEqualTo(404);
    var theirs = badges.academy();
    var own = new CredlyClient(settings, theirs, CredlyClient.basic(tokens.of(theirs)));
    for (var answer :
        List.of(
            own.get("/badge_templates/" + mine),
            own.json("PUT", "/badge_templates/" + mine, Map.of("name", "x")),
            own.json("DELETE", "/badge_templates/" + mine, Map.of()))) {
      assertThat(answer.status()).isEqualTo(404);
    }
  }

  private static List<String> names(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return ((List<?>) answer.at("data"))
        .stream().map(t -> String.valueOf(((Map<?, ?>) t).get("name"))).toList();
  }

  @Test
  void what_a_template_lacks_is_said() throws Exception {
    Map<Map<String, Object>, String> wrong = new HashMap<>();
    wrong.put(template("name", ""), "Name can't be blank");
    wrong.put(template("description", null), "Description can't be blank");
    wrong.put(template("skills", List.of("a", "b")), "Skills must be at least 3");
    wrong.put(template("global_activity_url", ""), "Global activity url can't be blank");
    wrong.put(template("global_activity_url", "javascript:alert(1)"), "is not a web address");
    wrong.put(template("badge_template_activities", List.of()), "activities can't be blank");
    wrong.put(template("image", ""), "Image can't be blank");
    wrong.put(template("image", "AAAA"), "Image is no PNG");
    wrong.put(template("image", picture(40)), "Image is no PNG");
    wrong.put(
        template("image", Map.of("remote_upload_url", "https://169.254.169.254/x")),
        "remote_upload_url");
    wrong.put(template("level", "Expert"), "Level is not included");
    wrong.put(template("state", "gone"), "State is not included");
    wrong.forEach((wish, words) -> {
      var answer = client.json("POST", "/badge_templates", wish);
      assertThat(answer.status()).as(answer.body()).isEqualTo(422);
      assertThat(answer.text("data.message")).contains(words);
    });
    assertThat(names(client.get("/badge_templates"))).hasSize(3);
  }

  @Test
  void a_picture_is_fetched_once_from_where_it_is() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var png = Base64.getDecoder().decode(picture(400));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, png.length);
          exchange.getResponseBody().write(png);
          exchange.close();
        });
    server.start();
    try {
      var url = "http://localhost:" + server.getAddress().getPort() + "/b.png";
      var made =
          client.json(
              "POST", "/badge_templates", template("image", Map.of("remote_upload_url", url)));
      assertThat(made.status()).as(made.body()).isEqualTo(201);
      var image = made.text("data.image_url");
      assertThat(image).startsWith(settings.baseUrl() + "/images/");
      assertThat(ImageIO.read(new ByteArrayInputStream(bytes(image))).getWidth()).isEqualTo(600);
      var sized = image.replace(settings.baseUrl() + "/", settings.baseUrl() + "/size/110x110/");
      assertThat(ImageIO.read(new ByteArrayInputStream(bytes(sized))).getWidth()).isEqualTo(110);
      assertThat(
              anybody
                  .send("GET", "/size/9999x9999/images/" + UUID.randomUUID() + "/x.png", "", "")
                  .status())
          .isEqualTo(404);
    } finally {
      server.stop(0);
    }
  }

  private static byte[] bytes(String url) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(java.net.URI.create(url)).build(), BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }
}
