package org.insignia.server.sharing.share;

import java.time.Clock;
import java.util.Optional;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.keys.SigningKeys;
import org.springframework.stereotype.Component;

/**
 * Credentials as JWTs: the very members of the signed document, signed once more by the issuer's
 * key when a JWT is first asked for, stored before anybody sees it, and the same ever after. Both
 * share one place in the status list, so what becomes of the one becomes of the other.
 */
@Component
public class Jwts {
  private final JwtStore store;
  private final Credentials credentials;
  private final SigningKeys keys;
  private final Clock clock;

  Jwts(JwtStore store, Credentials credentials, SigningKeys keys, Clock clock) {
    this.store = store;
    this.credentials = credentials;
    this.keys = keys;
    this.clock = clock;
  }

  /** The JWT; empty for one that was never asked for before it was revoked or replaced. */
  public Optional<String> of(Credential credential) {
    var known = store.find(credential.id());
    boolean over = credential.state() == State.REVOKED || credential.state() == State.REPLACED;
    if (known.isPresent() || over) {
      return known;
    }
    var document = credentials.document(credential.id()).map(Json::parse).orElseThrow();
    if (!(document instanceof JsonObject object)) {
      throw new IllegalStateException("credential " + credential.id().value() + " is no object");
    }
    store.insert(
        credential.id(), keys.current(credential.organisation()).jwt(object), clock.instant());
    return store.find(credential.id());
  }
}
