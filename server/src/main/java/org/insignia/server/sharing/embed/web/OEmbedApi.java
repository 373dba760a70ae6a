package org.insignia.server.sharing.embed.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Renderings;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.web.PublicAnswer;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.embed.EmbedSize;
import org.insignia.server.sharing.embed.OEmbed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers editors that ask what stands behind the address of a badge's page.
 *
 * @see <a href="https://oembed.com/#section2">oEmbed, consumer requests and provider responses</a>
 */
@RestController
final class OEmbedApi implements Renderings {
  private static final Pattern PAGE =
      Pattern.compile(
          "/(?:badges|embedded_badge)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/?(?:[?#].*)?",
          Pattern.DOTALL);
  private static final Pattern LANGUAGE = Pattern.compile("[?&]lang=([A-Za-z-]{2,10})(?:[&#]|$)");

  private final PublicBadges badges;
  private final OEmbed embed;
  private final Settings settings;

  OEmbedApi(PublicBadges badges, OEmbed embed, Settings settings) {
    this.badges = badges;
    this.embed = embed;
    this.settings = settings;
  }

  @Override
  public List<String> addresses() {
    return List.of("/oembed?url={url}", "/oembed?url={url}&format=xml&maxwidth=300");
  }

  /**
   * @param format {@code json} or {@code xml}; anything else is answered with 501
   */
  @GetMapping("/oembed")
  ResponseEntity<byte[]> answer(
      @RequestParam(defaultValue = "") String url,
      @RequestParam(defaultValue = "json") String format,
      @RequestParam(defaultValue = "") String maxwidth,
      @RequestParam(defaultValue = "") String maxheight,
      HttpServletRequest request) {
    boolean xml = "xml".equals(format);
    if (!xml && !"json".equals(format)) {
      return ResponseEntity.status(501).build();
    }
    var asked = badge(url).orElseThrow(() -> new Problem.NotFound("no badge of this site at url"));
    var size = EmbedSize.within(pixels("maxwidth", maxwidth), pixels("maxheight", maxheight));
    if (!size.isReadable()) {
      throw new Problem.NotFound("nothing of a badge can be seen in so little room");
    }
    var answer = embed.answer(asked, badges.inForce(asked), language(url), size);
    return PublicAnswer.of(
            Bytes.utf8(xml ? OEmbed.xml(answer) : OEmbed.json(answer)),
            xml ? "text/xml;charset=utf-8" : "application/json",
            PublicAnswer.HIDEABLE)
        .to(request);
  }

  /** The badge at this address, if it is one of ours; the scheme is not looked at. */
  private Optional<CredentialId> badge(String url) {
    var home = withoutScheme(settings.baseUrl().toString());
    var rest = withoutScheme(url);
    if (!rest.regionMatches(true, 0, home, 0, home.length())) {
      return Optional.empty();
    }
    var page = PAGE.matcher(rest.substring(home.length()));
    return page.matches()
        ? Optional.of(new CredentialId(UUID.fromString(page.group(1))))
        : Optional.empty();
  }

  private static String withoutScheme(String url) {
    var lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://")
        ? url.substring(8)
        : lower.startsWith("http://") ? url.substring(7) : url;
  }

  private static Language language(String url) {
    var asked = LANGUAGE.matcher(url);
    return asked.find() ? Language.of(asked.group(1)) : Language.EN;
  }

  private static OptionalInt pixels(String name, String text) {
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.matches("[0-9]{1,6}")) {
      throw new Problem.Invalid(name, "a number of pixels");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }
}
