package org.insignia.server.sharing.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.sharing.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What editors of texts get when somebody pastes the address of a badge. */
@ServerTest
class OEmbedModuleTest {
  private static final Pattern DISCOVERY =
      Pattern.compile(
          "<link rel=\"alternate\" type=\"(application/json|text/xml)\\+oembed\" href=\"([^\"]+)\"");

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired MailSink sink;

  private Browser editor;
  private CredentialId id;

  @BeforeEach
  void accept() {
    var mailbox = EmailAddress.of("o" + UUID.randomUUID() + "@example.org");
    id = badges.issue(badges.academy(), mailbox, "Ana <b> & \"Núñez\"", Language.EN);
    new Mailbox(sink).newestTo(mailbox.value());
    claims.accept(
        accounts.createConfirmed("Ana", mailbox, "violet otter lantern", Language.EN),
        id,
        Visibility.PUBLIC);
    editor = Browser.fresh(settings);
  }

  @Test
  void the_badge_page_says_where_to_ask_and_both_answers_say_the_same() throws Exception {
    var links = DISCOVERY.matcher(editor.get("/badges/" + id.value()).body());
    assertThat(links.find()).isTrue();
    assertThat(links.group(1)).isEqualTo("application/json");
    var json = json(path(links.group(2)));
    assertThat(links.find()).isTrue();
    var xml = xml(editor.get(path(links.group(2))).body());
    assertThat(json.string("version")).isEqualTo("1.0");
    assertThat(json.string("type")).isEqualTo("rich");
    assertThat(json.string("title")).endsWith("Ana <b> & \"Núñez\"");
    assertThat(json.string("html"))
        .startsWith("<iframe src=\"" + settings.url("/embedded_badge/" + id.value()) + "\"")
        .doesNotContain("<b>");
    for (var member : json.members().keySet()) {
      var value = json.get(member);
      assertThat(text(xml, member))
          .as(member)
          .isEqualTo(
              value instanceof org.insignia.openbadges.json.JsonValue.JsonString s
                  ? s.value()
                  : Json.write(value));
    }
    assertThat(
            editor
                .get(json.string("thumbnail_url").substring(settings.baseUrl().toString().length()))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void any_site_may_ask_and_the_frame_fits_the_room_it_names() {
    var answer =
        editor.get(
            ask(settings.url("/badges/" + id.value()).toString()) + "&maxwidth=200&maxheight=400");
    assertThat(answer.headers().firstValue("access-control-allow-origin")).contains("*");
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    var json = (JsonObject) Json.parse(answer.body());
    assertThat(Json.write(json.get("width"))).isEqualTo("150");
    assertThat(Json.write(json.get("height"))).isEqualTo("270");
    assertThat(json.string("html")).contains("width=\"150\" height=\"270\"");
  }

  @Test
  void other_addresses_forms_and_sizes_are_refused_in_the_specs_words() {
    var page = settings.url("/badges/" + id.value()).toString();
    assertThat(editor.get(ask(page) + "&format=yaml").statusCode()).isEqualTo(501);
    assertThat(editor.get(ask(page) + "&maxwidth=wide").statusCode()).isEqualTo(422);
    assertThat(editor.get(ask(page) + "&maxwidth=3").statusCode()).isEqualTo(404);
    for (var other :
        List.of(
            "",
            "https://elsewhere.example/badges/" + id.value(),
            page.replace("/badges/", "@elsewhere.example/badges/"),
            page + "/../../admin",
            settings.url("/badges/" + UUID.randomUUID()).toString(),
            settings.url("/org").toString(),
            "javascript:alert(1)",
            "x".repeat(5000))) {
      assertThat(editor.get(ask(other)).statusCode()).as(other).isEqualTo(404);
    }
    for (var same :
        List.of(page + "?lang=es", page + "#about", page + "/", page.replace("http:", "https:"))) {
      assertThat(editor.get(ask(same)).statusCode()).as(same).isEqualTo(200);
    }
  }

  @Test
  void the_script_is_small_cacheable_and_for_every_site() {
    var script = editor.get("/assets/utilities/embed.js");
    assertThat(script.body().length()).isLessThan(2500);
    assertThat(script.headers().firstValue("content-type").orElse(""))
        .startsWith("text/javascript");
    assertThat(script.headers().firstValue("cross-origin-resource-policy"))
        .contains("cross-origin");
    assertThat(script.headers().firstValue("cache-control").orElse("")).contains("max-age=3600");
    assertThat(script.headers().allValues("set-cookie")).isEmpty();
    assertThat(script.body()).doesNotContain("innerHTML", "document.write", "eval", "cookie =");
  }

  private static String ask(String url) {
    return "/oembed?url=" + Browser.encoded(url);
  }

  private String path(String address) {
    return address.replace("&amp;", "&").substring(settings.baseUrl().toString().length());
  }

  private JsonObject json(String path) {
    return (JsonObject) Json.parse(editor.get(path).body());
  }

  private static Element xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)))
        .getDocumentElement();
  }

  private static String text(Element root, String name) {
    return root.getElementsByTagName(name).item(0).getTextContent();
  }
}
