package org.insignia.openbadges.key;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.VerificationKey.Evidence;
import org.insignia.openbadges.members.DateTimeStamp;
import org.jspecify.annotations.Nullable;

/**
 * A document in which a controller lists verification methods: a DID document or its like at an
 * https URL.
 *
 * @see <a href="https://www.w3.org/TR/2025/REC-cid-1.0-20250515/#retrieve-verification-method">
 *     Controlled Identifiers 1.0</a>
 */
final class ControllerDocument {
  private static final List<String> RELATIONSHIPS = List.of("assertionMethod", "authentication");

  private final JsonObject document;
  private final String id;

  /**
   * @throws MalformedCredential where the document is not the one of this identifier
   */
  ControllerDocument(JsonObject document, String id) {
    if (!id.equals(document.string("id"))) {
      throw new MalformedCredential("/id", "the document is another one's");
    }
    this.document = document;
    this.id = id;
  }

  /** The method of this id, or the only one for assertions where the id is the controller's. */
  Optional<VerificationKey> find(String verificationMethod) {
    if (verificationMethod.equals(id)) {
      List<VerificationKey> asserting =
          methods().stream()
              .map(this::key)
              .filter(k -> k.purposes().contains("assertionMethod"))
              .toList();
      return asserting.size() == 1 ? Optional.of(asserting.getFirst()) : Optional.empty();
    }
    return methods().stream()
        .filter(m -> verificationMethod.equals(absolute(m.string("id"))))
        .findFirst()
        .map(this::key);
  }

  /** The method for assertions that has this key. */
  Optional<VerificationKey> find(PublicKey key) {
    return first(found -> found.key().equals(key) && found.purposes().contains("assertionMethod"));
  }

  /** The method that has this key, for whatever it is used. */
  Optional<VerificationKey> named(PublicKey key) {
    return first(found -> found.key().equals(key));
  }

  private Optional<VerificationKey> first(Predicate<VerificationKey> wanted) {
    for (JsonObject method : methods()) {
      try {
        VerificationKey found = key(method);
        if (wanted.test(found)) {
          return Optional.of(found);
        }
      } catch (MalformedCredential e) {
        // A key of a kind unknown here is not the one looked for.
        continue;
      }
    }
    return Optional.empty();
  }

  /** Listed ones, and those written out inside a relationship. */
  private List<JsonObject> methods() {
    var methods = new ArrayList<JsonObject>();
    for (JsonValue value : document.list("verificationMethod")) {
      if (value instanceof JsonObject o) methods.add(o);
    }
    for (String relationship : RELATIONSHIPS) {
      for (JsonValue value : document.list(relationship)) {
        if (value instanceof JsonObject o) methods.add(o);
      }
    }
    return methods;
  }

  private VerificationKey key(JsonObject method) {
    String methodId = absolute(method.string("id"));
    String controller = method.string("controller");
    if (methodId == null) throw new MalformedCredential("/verificationMethod", "no id");
    if (!id.equals(controller)) {
      throw new MalformedCredential("/verificationMethod", "controlled by another identifier");
    }
    return new VerificationKey(
        methodId, id, publicKey(method), purposes(methodId), Evidence.DOCUMENT, end(method));
  }

  private Set<String> purposes(String methodId) {
    var purposes = new HashSet<String>();
    for (String relationship : RELATIONSHIPS) {
      for (JsonValue value : document.list(relationship)) {
        String named =
            switch (value) {
              case JsonString s -> s.value();
              case JsonObject o -> o.string("id");
              default -> null;
            };
        if (methodId.equals(absolute(named))) purposes.add(relationship);
      }
    }
    return purposes;
  }

  private @Nullable String absolute(@Nullable String methodId) {
    return methodId != null && methodId.startsWith("#") ? id + methodId : methodId;
  }

  /** The key in a verification method, in either of its two spellings. */
  static PublicKey publicKey(JsonObject method) {
    String multibase = method.string("publicKeyMultibase");
    if (multibase != null) return Multikey.decode(multibase);
    JsonObject jwk = method.object("publicKeyJwk");
    if (jwk != null) return Jwk.read(jwk);
    throw new MalformedCredential("/verificationMethod", "no publicKeyMultibase or publicKeyJwk");
  }

  /** When the method ended, the earlier of the two ways to say so. */
  static @Nullable Instant end(JsonObject method) {
    Instant end = null;
    for (String member : List.of("revoked", "expires")) {
      if (method.get(member) == null) continue;
      String text = method.string(member);
      if (text == null) {
        throw new MalformedCredential("/verificationMethod/" + member, "not text");
      }
      Instant said = DateTimeStamp.parse(text, "/verificationMethod/" + member);
      end = end == null || said.isBefore(end) ? said : end;
    }
    return end;
  }

  /** Scheme, host and port. */
  static String site(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }
}
