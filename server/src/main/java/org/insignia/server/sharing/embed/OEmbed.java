package org.insignia.server.sharing.embed;

import java.util.LinkedHashMap;
import java.util.Map;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.sharing.ShownBadge;
import org.insignia.server.sharing.share.PlainWords;
import org.springframework.stereotype.Component;

/**
 * Badges in the form in which editors of texts ask for what stands behind an address.
 *
 * @see <a href="https://oembed.com/">oEmbed</a>
 */
@Component
public class OEmbed {
  private static final int PICTURE = 400;
  private final Settings settings;

  OEmbed(Settings settings) {
    this.settings = settings;
  }

  /**
   * The answer, member by member.
   *
   * @param asked the badge whose address was given, maybe replaced by the one that is shown
   */
  public Map<String, Object> answer(
      CredentialId asked, ShownBadge badge, Language language, EmbedSize size) {
    var home = settings.baseUrl().toString();
    var name = badge.achievement().words(language).name();
    var issuer = badge.organisation().name();
    var answer = new LinkedHashMap<String, Object>();
    answer.put("version", "1.0");
    answer.put("type", "rich");
    answer.put("title", PlainWords.line(name + " · " + badge.credential().recipientName()));
    answer.put("author_name", PlainWords.line(issuer));
    answer.put("author_url", home + "/org/" + badge.organisation().slug());
    answer.put("provider_name", "Insignia");
    answer.put("provider_url", home);
    answer.put("cache_age", 60);
    answer.put("thumbnail_url", home + "/badges/" + asked.value() + "/picture.png?size=" + PICTURE);
    answer.put("thumbnail_width", PICTURE);
    answer.put("thumbnail_height", PICTURE);
    answer.put("html", new Snippets(home, asked.value(), name, issuer).frame(size));
    answer.put("width", size.width());
    answer.put("height", size.height());
    return answer;
  }

  /** The answer in JSON. */
  public static String json(Map<String, Object> answer) {
    return Json.write(JsonValue.from(answer));
  }

  /** The answer in XML. */
  public static String xml(Map<String, Object> answer) {
    var xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<oembed>\n");
    answer.forEach((name, value) ->
        xml.append("  <")
            .append(name)
            .append('>')
            .append(Markup.html(value.toString()))
            .append("</")
            .append(name)
            .append(">\n"));
    return xml.append("</oembed>\n").toString();
  }
}
