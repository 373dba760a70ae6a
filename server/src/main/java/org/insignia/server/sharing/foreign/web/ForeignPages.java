package org.insignia.server.sharing.foreign.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.PublicAnswer;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.sharing.foreign.ForeignBadge;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.insignia.server.sharing.web.Caching;
import org.insignia.server.sharing.web.Meta;
import org.insignia.server.sharing.web.Visitor;
import org.insignia.server.verification.Turnstile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a badge of elsewhere, its forms, and what its holder can do with it. */
@Controller
class ForeignPages {
  private static final String ID =
      "{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";
  private static final Map<String, String> DONE =
      Map.of(
          "kept", "foreign.done.kept",
          "unnamed", "foreign.done.unnamed",
          "known", "foreign.done.known",
          "checked", "foreign.done.checked");

  private final ForeignBadges badges;
  private final Profiles profiles;
  private final Turnstile turnstile;
  private final Bytes neutral;

  ForeignPages(ForeignBadges badges, Profiles profiles, Turnstile turnstile) throws IOException {
    this.badges = badges;
    this.profiles = profiles;
    this.turnstile = turnstile;
    try (var in = new ClassPathResource("static/assets/badge-of-elsewhere.png").getInputStream()) {
      this.neutral = Bytes.wrap(in.readAllBytes());
    }
  }

  @GetMapping("/imported/" + ID)
  ModelAndView page(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String done,
      Shell shell,
      HttpServletResponse response) {
    var badge = visible(id, shell);
    var holder = profiles.of(badge.person());
    boolean own = Visitor.of(shell).filter(badge.person()::equals).isPresent();
    if (badge.isPublic()) {
      Caching.forEverybody(shell, response);
    } else {
      Caching.forNobody(response);
    }
    return View.of(
        "foreign/badge",
        new ForeignPage(
            badge,
            holder.person().name(),
            holder.isVisibleTo(null) && badge.isPublic() ? holder.path() : "",
            own,
            badge.isPublic() && holder.listed(),
            !badge.triedAt().isAfter(badge.checkedAt()),
            own ? DONE.getOrDefault(done, "") : "",
            meta(badge, holder, shell)));
  }

  @GetMapping("/imported/" + ID + "/image.png")
  ResponseEntity<byte[]> picture(@PathVariable UUID id, Shell shell, HttpServletRequest request) {
    var badge = visible(id, shell);
    var picture = badges.picture(badge.id()).orElse(neutral);
    return badge.isPublic()
        ? PublicAnswer.of(picture, "image/png", PublicAnswer.HIDEABLE).to(request)
        : ResponseEntity.ok()
            .cacheControl(CacheControl.noStore())
            .contentType(MediaType.IMAGE_PNG)
            .body(picture.view());
  }

  /** The signed credential, for anybody to verify. */
  @GetMapping("/imported/" + ID + "/credential")
  ResponseEntity<byte[]> credential(
      @PathVariable UUID id, Shell shell, HttpServletRequest request) {
    var badge = visible(id, shell);
    var document = badges.document(badge.id()).orElseThrow(() -> notFound(id));
    var type = document.startsWith("{") ? "application/ld+json" : "application/jwt";
    return badge.isPublic()
        ? PublicAnswer.of(Bytes.utf8(document), type, PublicAnswer.HIDEABLE).to(request)
        : ResponseEntity.ok()
            .cacheControl(CacheControl.noStore())
            .contentType(MediaType.parseMediaType(type))
            .body(Bytes.utf8(document).view());
  }

  /** What its holder handed in; never shown in place, for it is a stranger's file. */
  @GetMapping("/imported/" + ID + "/original")
  ResponseEntity<byte[]> original(@PathVariable UUID id, Shell shell) {
    var original =
        Visitor.of(shell)
            .flatMap(person -> badges.original(person, id))
            .orElseThrow(() -> notFound(id));
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

  @PostMapping("/imported/" + ID + "/visibility")
  ModelAndView show(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String visibility, Shell shell) {
    badges.show(Visitor.me(shell), id, visibility.equals("public"));
    return SeeOther.at(shell.link("/imported/" + id));
  }

  @PostMapping("/imported/" + ID + "/check")
  ModelAndView check(@PathVariable UUID id, HttpServletRequest request, Shell shell) {
    var person = Visitor.me(shell);
    turnstile.enter(
        request.getRemoteAddr(),
        () -> {
          badges.checkNow(person, id);
          return id;
        });
    return SeeOther.at(shell.link("/imported/" + id + "?done=checked"));
  }

  @PostMapping("/imported/" + ID + "/remove")
  ModelAndView remove(@PathVariable UUID id, Shell shell) {
    badges.remove(Visitor.me(shell), id);
    return SeeOther.at(shell.link("/home/import?done=removed"));
  }

  private ForeignBadge visible(UUID id, Shell shell) {
    return badges.find(id, Visitor.of(shell).orElse(null)).orElseThrow(() -> notFound(id));
  }

  private static Problem notFound(UUID id) {
    return new Problem.NotFound("there is no public badge " + id);
  }

  private static Meta meta(ForeignBadge badge, Profile holder, Shell shell) {
    var url = shell.absolute(badge.path());
    var text =
        shell.t("sharing.badge.meta", holder.person().name(), badge.name(), badge.issuerName());
    var schema = new LinkedHashMap<String, Object>();
    schema.put("@type", "EducationalOccupationalCredential");
    schema.put("@id", url);
    schema.put("name", badge.name());
    schema.put("description", badge.description());
    schema.put("credentialCategory", "badge");
    schema.put("recognizedBy", Map.of("@type", "Organization", "name", badge.issuerName()));
    var title = badge.name().isEmpty() ? badge.issuerName() : badge.name();
    return Meta.of(
        title,
        text,
        url,
        Objects.requireNonNull(shell.absolute(badge.picture())),
        badge.isPublic() ? badge.path() + "/credential" : "",
        schema);
  }
}
