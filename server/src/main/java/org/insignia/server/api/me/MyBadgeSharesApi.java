package org.insignia.server.api.me;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.ShownBadge;
import org.insignia.server.sharing.embed.Snippets;
import org.insignia.server.sharing.share.BadgeForms;
import org.insignia.server.sharing.share.ShareTarget;
import org.insignia.server.sharing.share.ShareWords;
import org.insignia.server.sharing.share.Shareables;
import org.insignia.server.sharing.share.Standing;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A badge that a person accepted, in all its forms and ways to be shared. */
@RestController
@RequestMapping("/rest/v1/me/badges/{id}")
class MyBadgeSharesApi {
  private static final String PICTURE = "picture";
  private static final int LARGEST = 4096;

  private final EarnerDoor door;
  private final PublicBadges badges;
  private final BadgeForms forms;
  private final Shareables shareables;
  private final Texts texts;

  MyBadgeSharesApi(
      EarnerDoor door, PublicBadges badges, BadgeForms forms, Shareables shareables, Texts texts) {
    this.door = door;
    this.badges = badges;
    this.forms = forms;
    this.shareables = shareables;
    this.texts = texts;
  }

  /**
   * How it can be shared.
   *
   * @param url the address that is shared
   * @param standing what others see of it now
   * @param shareable whether there is anything to share
   * @param post what is offered to write
   * @param targets addresses of other sites' forms, filled in
   * @param snippets what is pasted into pages, texts and mails
   */
  record Json(
      URI url,
      String standing,
      boolean shareable,
      String post,
      Map<String, String> targets,
      Map<String, String> snippets) {}

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_READ);
  }

  @GetMapping("/share")
  Json share(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String language,
      HttpServletRequest request) {
    var person = person(request);
    var reader = door.language(person, language);
    var badge = badges.ofOwner(new CredentialId(id), person);
    var told = shareables.told(badge, reader);
    var words = ShareWords.of(told, texts, reader);
    Map<String, String> targets = new LinkedHashMap<>();
    for (var target : ShareTarget.values()) {
      targets.put(target.slug(), target.address(told, words));
    }
    var standing = Standing.of(badge);
    return new Json(
        told.url(),
        MyBadgeJson.word(standing),
        standing.isShareable(),
        words.post(),
        targets,
        snippets(shareables.snippets(badge, reader), reader));
  }

  private static Map<String, String> snippets(Snippets all, Language language) {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("script", all.script());
    named.put("frame", all.frame());
    named.put("html", all.html());
    named.put("markdown", all.markdown());
    named.put("signature", all.signature());
    named.put("card", all.card(language.tag()));
    return named;
  }

  /** Private badges too: they are their owner's. */
  @GetMapping("/file")
  ResponseEntity<byte[]> file(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "png") String form,
      @RequestParam(defaultValue = "600") String size,
      HttpServletRequest request) {
    var badge = badges.ofOwner(new CredentialId(id), person(request));
    var file = file(badge, form, size);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_TYPE, file.type())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file.name()).build().toString())
        .body(file.content().view());
  }

  private BadgeForms.File file(ShownBadge badge, String form, String size) {
    if (form.equals(PICTURE)) {
      if (!size.matches("[0-9]{1,4}") || Integer.parseInt(size) > LARGEST) {
        throw new Problem.Invalid("size", "a number of pixels up to " + LARGEST);
      }
      return forms.picture(badge, Integer.parseInt(size));
    }
    return Arrays.stream(BadgeForms.Form.values())
        .filter(known -> known.word().equals(form))
        .findFirst()
        .map(known -> forms.of(badge, known))
        .orElseThrow(() -> new Problem.Invalid("form", "one of " + PICTURE + ", " + forms()));
  }

  private static String forms() {
    return Arrays.stream(BadgeForms.Form.values())
        .map(BadgeForms.Form::word)
        .collect(Collectors.joining(", "));
  }
}
