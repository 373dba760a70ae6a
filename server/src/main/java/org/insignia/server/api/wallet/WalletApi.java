package org.insignia.server.api.wallet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.server.api.oauth.WellKnown;
import org.insignia.server.api.wallet.WalletRefusal.Code;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What wallets call. Their tokens come from the authorization server, by {@link
 * PreAuthorizedGrant}.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html">OpenID4VCI
 *     1.0</a>
 */
@RestController
class WalletApi {
  private static final int LARGEST = 64 * 1024;

  private final IssuerMetadata metadata;
  private final WalletOffers offers;
  private final WalletAccesses accesses;
  private final CredentialRequests requests;
  private final Nonces nonces;
  private final Settings settings;

  WalletApi(
      IssuerMetadata metadata,
      WalletOffers offers,
      WalletAccesses accesses,
      CredentialRequests requests,
      Nonces nonces,
      Settings settings) {
    this.metadata = metadata;
    this.offers = offers;
    this.accesses = accesses;
    this.requests = requests;
    this.nonces = nonces;
    this.settings = settings;
  }

  @GetMapping({IssuerMetadata.WELL_KNOWN, IssuerMetadata.WELL_KNOWN + "/**"})
  ResponseEntity<Map<String, Object>> metadata(HttpServletRequest request) {
    WellKnown.requireOurs(request.getRequestURI(), IssuerMetadata.WELL_KNOWN, settings);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.maxAge(java.time.Duration.ofMinutes(5)).cachePublic())
        .body(metadata.json());
  }

  @GetMapping("/openid4vci/offers/{secret}")
  ResponseEntity<Map<String, Object>> offer(@PathVariable String secret) {
    return told(SecretToken.parse(secret).flatMap(offers::offer));
  }

  @GetMapping("/openid4vci/offers/{secret}/asking")
  ResponseEntity<Map<String, Object>> asking(@PathVariable String secret) {
    return told(SecretToken.parse(secret).flatMap(offers::asking));
  }

  private static ResponseEntity<Map<String, Object>> told(Optional<Map<String, Object>> offer) {
    return secretly(HttpStatus.OK)
        .body(
            offer.orElseThrow(
                () -> new Problem.NotFound("this offer is unknown, was taken or has ended")));
  }

  @PostMapping(IssuerMetadata.NONCE)
  ResponseEntity<Map<String, Object>> nonce() {
    return secretly(HttpStatus.OK).body(Map.of("c_nonce", nonces.fresh()));
  }

  @PostMapping(IssuerMetadata.CREDENTIAL)
  ResponseEntity<String> credential(HttpServletRequest request) {
    var access = accesses.require(request.getHeader(HttpHeaders.AUTHORIZATION));
    var asked = body(request, Code.INVALID_CREDENTIAL_REQUEST);
    var answer = requests.answer(access, EarlierDraft.translated(asked));
    var draft = EarlierDraft.of(asked);
    var told = draft == EarlierDraft.NONE ? answer : draft.answer(answer, nonces.told());
    return secretly(HttpStatus.OK).body(Json.write(told));
  }

  @PostMapping(IssuerMetadata.NOTIFICATION)
  ResponseEntity<Void> notification(HttpServletRequest request) {
    var access = accesses.require(request.getHeader(HttpHeaders.AUTHORIZATION));
    requests.tell(access, body(request, Code.INVALID_NOTIFICATION_REQUEST));
    return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
  }

  private static JsonObject body(HttpServletRequest request, Code unreadable) {
    Function<String, WalletRefusal> refusal = why -> new WalletRefusal(unreadable, why);
    try {
      var bytes = request.getInputStream().readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw refusal.apply("larger than " + LARGEST + " bytes");
      }
      return Json.parseObject(Bytes.wrap(bytes));
    } catch (MalformedCredential e) {
      throw refusal.apply("the body is no JSON object: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("the client left", e);
    }
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(WalletRefusal refusal) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", refusal.code().word());
    body.put("error_description", refusal.description());
    if (refusal.code() == Code.INVALID_PROOF || refusal.code() == Code.INVALID_NONCE) {
      body.putAll(nonces.told()); // wallets of earlier drafts learn it here
    }
    if (refusal.code() != Code.INVALID_TOKEN) {
      return secretly(HttpStatus.BAD_REQUEST).body(body);
    }
    return secretly(HttpStatus.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
        .body(body);
  }

  private static ResponseEntity.BodyBuilder secretly(HttpStatus status) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore());
  }
}
