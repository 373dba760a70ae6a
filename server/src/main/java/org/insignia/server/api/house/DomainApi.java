package org.insignia.server.api.house;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.domain.DomainProof;
import org.insignia.server.organisations.domain.DomainProofs;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The domain in which an organisation proves to have a say; for administrators, as the page is. */
@RestController
@RequestMapping("/rest/v1/organisation/domain")
class DomainApi {
  private final ApiDoor door;
  private final DomainProofs proofs;

  DomainApi(ApiDoor door, DomainProofs proofs) {
    this.door = door;
    this.proofs = proofs;
  }

  /**
   * A domain that was named.
   *
   * @param record name of the TXT record that is looked at
   * @param text what has to stand there, or in a line of the file
   * @param file address of the file
   * @param proven whether the organisation bears the mark
   * @param way {@code dns} or {@code file}; null for not found yet
   * @param losesAt when the mark is lost unless the proof comes back; null while it is there
   */
  record Json(
      String domain,
      String record,
      String text,
      String file,
      boolean proven,
      @Nullable String way,
      @Nullable Instant checkedAt,
      @Nullable Instant losesAt) {}

  @GetMapping
  Json look(HttpServletRequest request) {
    return json(door.enter(request, Scope.ORGANISATION_WRITE).organisation());
  }

  /** Says which domain is meant; a mark for another one is gone. */
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Json name(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ORGANISATION_WRITE);
    var body = Body.of(json);
    var typed = body.required("domain", 500);
    var domain = DomainProofs.domain(typed);
    if (!typed.isEmpty() && domain.isEmpty()) {
      body.wrong("domain", "the name of a domain, for example academy.example.org");
    }
    body.end();
    proofs.name(visit.actor(), visit.organisation(), domain.orElseThrow());
    return json(visit.organisation());
  }

  /** Looks for the proof now. */
  @PostMapping("/check")
  Json check(HttpServletRequest request) {
    var visit = door.enter(request, Scope.ORGANISATION_WRITE);
    var proof = named(visit.organisation());
    return switch (proofs.look(visit.actor(), visit.organisation())) {
      case DomainProofs.Found() -> json(visit.organisation());
      case DomainProofs.Missing() ->
          throw new Problem.Conflict(
              proof.text()
                  + " stands neither in a TXT record of "
                  + proof.record()
                  + " nor in a line of "
                  + proof.file());
      case DomainProofs.Wait(var time) ->
          throw new Problem.TooMany(time, "it was looked for too often");
    };
  }

  /** Gives it up, and the mark with it. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void drop(HttpServletRequest request) {
    var visit = door.enter(request, Scope.ORGANISATION_WRITE);
    proofs.drop(visit.actor(), visit.organisation());
  }

  private DomainProof named(Organisation organisation) {
    return proofs
        .of(organisation.id())
        .orElseThrow(() -> new Problem.NotFound("no domain is named"));
  }

  private Json json(Organisation organisation) {
    var proof = named(organisation);
    var way = proof.way();
    return new Json(
        proof.domain(),
        proof.record(),
        proof.text(),
        proof.file(),
        proof.provenAt() != null,
        way == null ? null : way.name().toLowerCase(Locale.ROOT),
        proof.checkedAt(),
        proof.losesAt());
  }
}
