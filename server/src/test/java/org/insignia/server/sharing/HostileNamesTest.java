package org.insignia.server.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.sharing.embed.Snippets;
import org.insignia.server.sharing.share.PlainWords;
import org.insignia.server.sharing.share.ShareTarget;
import org.insignia.server.sharing.share.ShareWords;
import org.insignia.server.sharing.share.SharedBadge;
import org.insignia.server.sharing.social.SocialPicture;
import org.insignia.server.sharing.social.SvgCard;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** The shared list of hostile names in everything that leaves for somebody else's page. */
@DisplayName("security-and-reliability T7, P13")
class HostileNamesTest {
  private static final Path LIST =
      Path.of(System.getProperty("insignia.shared", "../../shared"))
          .resolve("data/hostile/lists/names.jsonl");
  private static final Texts TEXTS = new Texts();

  @BeforeAll
  static void isAtHand() {
    Assumptions.assumeTrue(Files.exists(LIST), "needs " + LIST);
  }

  @Test
  void addresses_of_other_sites_stay_addresses() throws IOException {
    for (var name : names()) {
      var badge =
          new SharedBadge(
              name,
              name,
              URI.create("https://badges.example/badges/1"),
              "1",
              Instant.EPOCH,
              null,
              null);
      for (var target : ShareTarget.values()) {
        for (var language : Language.values()) {
          var address = target.address(badge, ShareWords.of(badge, TEXTS, language));
          assertThat(address).matches("[A-Za-z0-9:/?=&.%_~-]+");
          assertThat(URI.create(address)).hasToString(address);
        }
      }
    }
  }

  @Test
  void snippets_and_cards_are_sound_and_say_the_name() throws Exception {
    for (var name : names()) {
      var snippets = new Snippets("https://badges.example", UUID.randomUUID(), name, "Issuer");
      var signature = snippets.signature().replaceAll("(<(?:img|br)\\b[^>]*)>", "$1/>");
      assertThat(parsed(signature)).contains(PlainWords.line(name));
      var card =
          SvgCard.draw(
              new SocialPicture(null, "Issuer", name, name, "", false, "", "#1f4e79"), "<g/>");
      assertThat(parsed(card)).contains(PlainWords.line(name));
    }
  }

  private static String parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement()
        .getTextContent();
  }

  private static List<String> names() throws IOException {
    try (var lines = Files.lines(LIST)) {
      return lines
          .map(line -> ((JsonObject) Json.parse(line)).string("value"))
          .filter(java.util.Objects::nonNull)
          .toList();
    }
  }
}
