package org.insignia.server.api.me.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.oauth.consent.ActingProgram;
import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.insignia.server.api.oauth.consent.Consent;
import org.insignia.server.api.oauth.consent.Consents;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The programs that a person connected. What they may is decided by the person alone. */
@RestController
@RequestMapping("/rest/v1/me/programs")
class MyProgramsApi {
  private final ActingPrograms programs;
  private final Consents consents;

  MyProgramsApi(ActingPrograms programs, Consents consents) {
    this.programs = programs;
    this.consents = consents;
  }

  /**
   * A program.
   *
   * @param name as it calls itself; nobody checked that
   * @param host to which the person was sent back; null for a program on a device
   * @param asking whether it is the one that asks
   * @param usedAt when it last did something, to the minute; null if never
   */
  record Json(
      UUID id,
      String name,
      @Nullable String host,
      boolean asking,
      List<String> scopes,
      Instant allowedAt,
      @Nullable Instant usedAt) {
    Json {
      scopes = List.copyOf(scopes);
    }
  }

  private ActingProgram acting(HttpServletRequest request) {
    return programs.require(request.getHeader(HttpHeaders.AUTHORIZATION), PersonScope.ME_ACCOUNT);
  }

  /** The last one allowed first. */
  @GetMapping
  ResponseEntity<Listing<Json>> list(HttpServletRequest request) {
    var acting = acting(request);
    var all = consents.of(acting.person()).stream().map(c -> json(c, acting)).toList();
    return Listing.answer(all, null, "");
  }

  /** From that moment it opens nothing; the one that asks may end itself. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable UUID id, HttpServletRequest request) {
    if (!consents.end(acting(request).person(), id)) {
      throw new Problem.NotFound("there is no program " + id);
    }
  }

  private static Json json(Consent consent, ActingProgram acting) {
    return new Json(
        consent.id(),
        consent.program(),
        consent.host().isEmpty() ? null : consent.host(),
        consent.client().equals(acting.client()),
        consent.scopes().stream().map(PersonScope::word).sorted().toList(),
        consent.madeAt(),
        consent.usedAt());
  }
}
