package org.insignia.server.api.vcapi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.insignia.openbadges.did.DidKeyResolution;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.rdf.OverBudget;
import org.insignia.server.api.vcapi.Instances;
import org.insignia.server.api.vcapi.Judge;
import org.insignia.server.api.vcapi.OnlyForConformance;
import org.insignia.server.api.vcapi.Question;
import org.insignia.server.verification.Turnstile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Issue, verify, derive and resolve, as the public test suites call it.
 *
 * @see <a href="https://w3c-ccg.github.io/vc-api/">VC API</a>
 */
@RestController
@OnlyForConformance
@RequestMapping("/vc-api")
class ConformanceApi {
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

  private final Instances instances;
  private final Judge judge;
  private final Turnstile turnstile;

  ConformanceApi(Instances instances, Judge judge, Turnstile turnstile) {
    this.instances = instances;
    this.judge = judge;
    this.turnstile = turnstile;
  }

  /** Which instances there are, for a suite's manifest. */
  @GetMapping
  ResponseEntity<String> list() {
    return Answers.json(HttpStatus.OK, Answers.instances(instances.all()));
  }

  @PostMapping(path = "/{instance}/credentials/issue", consumes = JSON)
  ResponseEntity<String> issue(@PathVariable String instance, HttpServletRequest request) {
    return in(
        request,
        () -> {
          var signer = instances.get(instance);
          var asked = Asked.read(request);
          var issued =
              signer.issue(asked.object("credential"), asked.pointers("mandatoryPointers"));
          return Answers.credential(HttpStatus.CREATED, issued);
        });
  }

  @PostMapping(path = "/{instance}/credentials/verify", consumes = JSON)
  ResponseEntity<String> verifyCredential(
      @PathVariable String instance, HttpServletRequest request) {
    return in(
        request,
        () -> {
          instances.get(instance);
          var asked = Asked.read(request);
          var question = Question.of(asked.options());
          return Answers.judgement(judge.credential(asked.value("verifiableCredential"), question));
        });
  }

  @PostMapping(path = "/{instance}/presentations/verify", consumes = JSON)
  ResponseEntity<String> verifyPresentation(
      @PathVariable String instance, HttpServletRequest request) {
    return in(
        request,
        () -> {
          instances.get(instance);
          var asked = Asked.read(request);
          var question = Question.of(asked.options());
          return Answers.judgement(
              judge.presentation(asked.value("verifiablePresentation"), question));
        });
  }

  @PostMapping(path = "/{instance}/credentials/derive", consumes = JSON)
  ResponseEntity<String> derive(@PathVariable String instance, HttpServletRequest request) {
    return in(
        request,
        () -> {
          var holder = instances.get(instance);
          var asked = Asked.read(request);
          var derived =
              holder.derive(
                  asked.object("verifiableCredential"), asked.pointers("selectivePointers"));
          return Answers.credential(HttpStatus.CREATED, derived);
        });
  }

  /** The list that credentials of this instance point at. */
  @GetMapping("/{instance}/status")
  ResponseEntity<String> status(@PathVariable String instance) {
    return Answers.document(instances.statusList(instance));
  }

  /**
   * Resolves a did:key, or dereferences its key.
   *
   * @param did the whole DID or DID URL, percent-encoded as one segment
   */
  @GetMapping("/{instance}/identifiers/{did}")
  ResponseEntity<String> resolve(
      @PathVariable String instance,
      @PathVariable String did,
      @RequestParam(defaultValue = "Multikey") String publicKeyFormat,
      @RequestParam(defaultValue = "false") boolean enableExperimentalPublicKeyTypes) {
    instances.get(instance);
    return Answers.resolution(
        DidKeyResolution.of(did, publicKeyFormat, enableExperimentalPublicKeyTypes));
  }

  private <T> T in(HttpServletRequest request, Supplier<T> work) {
    return turnstile.enter(request.getRemoteAddr(), work);
  }

  @ExceptionHandler
  ResponseEntity<String> unreadable(UnreadableRequest e) {
    return Answers.problem(
        HttpStatus.BAD_REQUEST, ProblemType.PARSING_ERROR, String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<String> malformed(MalformedCredential e) {
    return Answers.problem(
        HttpStatus.UNPROCESSABLE_CONTENT,
        ProblemType.MALFORMED_VALUE_ERROR,
        String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<String> tooComplex(OverBudget e) {
    return Answers.problem(
        HttpStatus.UNPROCESSABLE_CONTENT,
        ProblemType.PROOF_TRANSFORMATION_ERROR,
        "canonicalising takes too much work");
  }
}
