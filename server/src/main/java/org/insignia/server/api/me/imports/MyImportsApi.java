package org.insignia.server.api.me.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.problem.Problem.Invalid.Fault;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.sharing.foreign.ForeignBadge;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.insignia.server.sharing.foreign.ImportOutcome;
import org.insignia.server.verification.Turnstile;
import org.insignia.server.verification.Verification;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Badges that were issued elsewhere. What looks at the outside world, bringing and checking, is
 * done outside of any transaction, so no key belongs to it; the same badge is kept once.
 */
@RestController
@RequestMapping("/rest/v1/me/imports")
class MyImportsApi {
  private static final String HERE = "/rest/v1/me/imports/";

  private final EarnerDoor door;
  private final ForeignBadges badges;
  private final Turnstile turnstile;
  private final Texts texts;
  private final Settings settings;

  MyImportsApi(
      EarnerDoor door, ForeignBadges badges, Turnstile turnstile, Texts texts, Settings settings) {
    this.door = door;
    this.badges = badges;
    this.turnstile = turnstile;
    this.texts = texts;
    this.settings = settings;
  }

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_IMPORTS);
  }

  /** All of them, of which there are {@link ForeignBadges#MOST} at most; the latest first. */
  @GetMapping
  ResponseEntity<Listing<MyImportJson>> list(HttpServletRequest request) {
    var mine = badges.of(person(request));
    return Listing.answer(
        mine.stream().map(b -> MyImportJson.listed(b, settings.url(b.path()))).toList(), null, "");
  }

  /** The body is the badge as text or file, or as plain text its address. */
  @PostMapping(consumes = "!multipart/form-data")
  ResponseEntity<MyImportJson> bring(HttpServletRequest request) throws IOException {
    var person = person(request);
    var body = request.getInputStream().readNBytes(Verification.MOST_BYTES + 1);
    var input = Bytes.wrap(body);
    var type = Objects.toString(request.getContentType(), "").toLowerCase(Locale.ROOT);
    boolean isTyped = type.startsWith(MediaType.TEXT_PLAIN_VALUE);
    var outcome =
        turnstile.enter(
            request.getRemoteAddr(),
            () -> isTyped ? badges.fromText(person, input) : badges.fromBytes(person, input));
    return switch (outcome) {
      case ImportOutcome.Kept kept ->
          ResponseEntity.created(settings.url(HERE + kept.id()))
              .cacheControl(CacheControl.noStore())
              .body(whole(person, kept.id()));
      case ImportOutcome.Known known -> told(whole(person, known.id()));
      case ImportOutcome.Refused refused -> throw problem(refused);
    };
  }

  /** As the page says it, and what the check found where there was one. */
  private Problem problem(ImportOutcome.Refused refused) {
    var words = texts.text(Language.EN, refused.refusal().key());
    if (refused.refusal() == ImportOutcome.Refusal.TOO_MANY) {
      return new Problem.Conflict(words);
    }
    List<Fault> faults = new ArrayList<>();
    faults.add(new Fault("", words));
    var report = refused.report();
    if (report != null && !report.why().isEmpty()) {
      faults.add(new Fault("", texts.text(Language.EN, report.why())));
    }
    return new Problem.Invalid(faults);
  }

  @GetMapping("/{id}")
  ResponseEntity<MyImportJson> one(@PathVariable UUID id, HttpServletRequest request) {
    return told(whole(person(request), id));
  }

  /** The signed credential: JSON, or a compact JWS. */
  @GetMapping("/{id}/document")
  ResponseEntity<byte[]> document(@PathVariable UUID id, HttpServletRequest request) {
    var badge = mine(person(request), id);
    var document = badges.document(badge.id()).orElseThrow(() -> notFound(id));
    var type = document.startsWith("{") ? "application/ld+json" : "application/jwt";
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_TYPE, type)
        .body(Bytes.utf8(document).view());
  }

  /** What was handed in, byte for byte; never shown in place, for it is a stranger's file. */
  @GetMapping("/{id}/original")
  ResponseEntity<byte[]> original(@PathVariable UUID id, HttpServletRequest request) {
    var original = badges.original(person(request), id).orElseThrow(() -> notFound(id));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("badge-" + id + "." + original.ending())
                .build()
                .toString())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(original.bytes().view());
  }

  /** Its picture as pixels of our own. */
  @GetMapping("/{id}/picture")
  ResponseEntity<byte[]> picture(@PathVariable UUID id, HttpServletRequest request) {
    var badge = mine(person(request), id);
    var picture =
        badges
            .picture(badge.id())
            .orElseThrow(() -> new Problem.NotFound("this badge has no picture"));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.IMAGE_PNG)
        .body(picture.view());
  }

  /** Asks its issuer again; where something is out of reach, what was found before stays. */
  @PostMapping("/{id}/check")
  ResponseEntity<MyImportJson> check(@PathVariable UUID id, HttpServletRequest request) {
    var person = person(request);
    turnstile.enter(
        request.getRemoteAddr(),
        () -> {
          badges.checkNow(person, id);
          return id;
        });
    return told(whole(person, id));
  }

  @PostMapping(path = "/{id}/visibility", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<MyImportJson> show(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request);
    var body = Body.of(json);
    body.required("visibility", 20);
    var word = body.word("visibility", List.of("public", "private"), "private");
    body.end();
    badges.show(person, id, word.equals("public"));
    return told(whole(person, id));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, HttpServletRequest request) {
    badges.remove(person(request), id);
  }

  private static ResponseEntity<MyImportJson> told(MyImportJson json) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json);
  }

  private MyImportJson whole(PersonId person, UUID id) {
    var badge = mine(person, id);
    return MyImportJson.whole(badge, settings.url(badge.path()));
  }

  private ForeignBadge mine(PersonId person, UUID id) {
    return badges
        .find(id, person)
        .filter(b -> b.person().equals(person))
        .orElseThrow(() -> notFound(id));
  }

  private static Problem notFound(UUID id) {
    return new Problem.NotFound("there is no badge " + id);
  }
}
