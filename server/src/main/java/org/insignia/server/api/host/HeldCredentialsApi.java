package org.insignia.server.api.host;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's badges for programs (Open Badges 3.0 #getcredentials, #upsertcredential). */
@RestController
@RequestMapping("/ims/ob/v3p0/credentials")
class HeldCredentialsApi {
  private final ActingPrograms programs;
  private final HeldBadges held;
  private final Upserts upserts;
  private final Settings settings;

  HeldCredentialsApi(ActingPrograms programs, HeldBadges held, Upserts upserts, Settings settings) {
    this.programs = programs;
    this.held = held;
    this.upserts = upserts;
    this.settings = settings;
  }

  @GetMapping
  ResponseEntity<byte[]> list(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestParam(required = false) String limit,
      @RequestParam(required = false) String offset,
      @RequestParam(required = false) String since) {
    var program = programs.require(authorization, PersonScope.OB3_READ);
    var stretch = Stretch.read(limit, offset, since);
    var badges = held.of(program.person()).stream().filter(HeldBadge::isBadge).toList();
    return CredentialList.answer(
        badges, stretch, settings.url("/ims/ob/v3p0/credentials").toString());
  }

  /** The body is a credential as JSON or a compact JWS, and comes back as it was stored. */
  @PostMapping
  ResponseEntity<byte[]> upsert(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      HttpServletRequest request)
      throws IOException {
    var program = programs.require(authorization, PersonScope.OB3_ADD);
    return upserts.answer(program.person(), Upserts.Kind.BADGE, request);
  }
}
