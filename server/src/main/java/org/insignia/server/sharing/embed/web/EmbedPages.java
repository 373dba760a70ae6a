package org.insignia.server.sharing.embed.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Renderings;
import org.insignia.server.platform.hot.HotPages;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.web.Documents;
import org.insignia.server.platform.web.PublicAnswer;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.ShownBadge;
import org.insignia.server.sharing.counts.Event;
import org.insignia.server.sharing.counts.Reach;
import org.insignia.server.sharing.counts.Visits;
import org.insignia.server.sharing.social.SocialPictures;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The small badge that any site may frame, and the script that frames it. It looks the same for
 * everybody: no session is asked, whoever looks.
 */
@RestController
final class EmbedPages implements Renderings {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";
  private static final Duration SCRIPT_KEPT = Duration.ofHours(1);

  private final PublicBadges badges;
  private final SocialPictures pictures;
  private final Documents documents;
  private final Texts texts;
  private final Settings settings;
  private final Reach reach;
  private final Bytes script = script();

  EmbedPages(
      PublicBadges badges,
      SocialPictures pictures,
      Documents documents,
      Texts texts,
      Settings settings,
      Reach reach) {
    this.badges = badges;
    this.pictures = pictures;
    this.documents = documents;
    this.texts = texts;
    this.settings = settings;
    this.reach = reach;
  }

  @Override
  public List<String> addresses() {
    return List.of("/embedded_badge/{id}", "/embedded_badge/{id}?lang=it");
  }

  @GetMapping("/embedded_badge/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}")
  ResponseEntity<byte[]> badge(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String lang,
      Shell shell,
      HttpServletRequest request) {
    var badge = badges.inForce(new CredentialId(id));
    var language = language(lang, request);
    count(badge, request);
    HotPages.onServing(request, again -> count(badge, again));
    var words = pictures.of(badge, language);
    var page =
        new EmbedPage(
            language.tag(),
            settings.url("/badges/" + id).toString(),
            "/badges/" + id + "/picture.png?size=400",
            shell.asset("embed.css"),
            words.title(),
            words.above(),
            words.name(),
            words.note(),
            words.warning(),
            texts.text(language, "share.embed.opens"));
    var html = documents.render("embed/badge", Map.of("page", page));
    return PublicAnswer.of(Bytes.utf8(html), "text/html;charset=UTF-8", PublicAnswer.HIDEABLE)
        .under(POLICY)
        .varyingBy("Accept-Language")
        .to(request);
  }

  private void count(ShownBadge badge, HttpServletRequest request) {
    if (Visits.isPerson(request) && isElsewhere(request)) {
      reach.note(badge, Event.EMBED, request);
    }
  }

  /** Neither a preview on the owner's page nor opened by itself, as far as the browser tells. */
  private static boolean isElsewhere(HttpServletRequest request) {
    return !"same-origin".equals(request.getHeader("Sec-Fetch-Site"))
        && !"document".equals(request.getHeader("Sec-Fetch-Dest"));
  }

  private static Language language(String lang, HttpServletRequest request) {
    var header = request.getHeader("Accept-Language");
    return Language.find(lang)
        .orElseGet(() -> header == null ? Language.EN : Language.accepted(header));
  }

  /** At the address at which snippets in old pages have it, once their host is changed. */
  @GetMapping("/assets/utilities/embed.js")
  ResponseEntity<byte[]> embedScript(HttpServletRequest request) {
    return PublicAnswer.of(script, "text/javascript;charset=UTF-8", SCRIPT_KEPT).to(request);
  }

  private static Bytes script() {
    try (var in = new ClassPathResource("sharing/embed.js").getInputStream()) {
      return Bytes.wrap(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
