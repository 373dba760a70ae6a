package org.insignia.openbadges.jose;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.jspecify.annotations.Nullable;

/** Replaces claims by digests, so that the holder decides about each. */
final class Concealing {
  /** Without these a credential says something else, or its end and revocation cannot be seen. */
  private static final Set<String> ALWAYS_SHOWN =
      Set.of(
          "/@context",
          "/type",
          "/validFrom",
          "/validUntil",
          "/credentialStatus",
          "/credentialSchema",
          "/refreshService",
          "/" + KeyBinding.CONFIRMATION);

  private final Set<String> pointers;
  private final SecureRandom random;
  private final List<Disclosure> disclosures = new ArrayList<>();

  /**
   * @throws MalformedCredential where a pointer points at nothing in the document, or at what must
   *     always be shown
   */
  Concealing(JsonObject document, List<JsonPointer> pointers, SecureRandom random) {
    this.pointers = pointers.stream().map(JsonPointer::toString).collect(Collectors.toSet());
    this.random = random;
    for (JsonPointer pointer : pointers) {
      String text = pointer.toString();
      boolean protectedMember =
          ALWAYS_SHOWN.stream().anyMatch(p -> text.equals(p) || text.startsWith(p + "/"));
      if (pointer.tokens().isEmpty() || protectedMember || pointer.in(document) == null) {
        throw new MalformedCredential(text, "cannot be left to the holder");
      }
    }
  }

  JsonObject payload(JsonObject document) {
    return object(document, "").with("_sd_alg", JsonValue.of("sha-256"));
  }

  List<Disclosure> disclosures() {
    return disclosures;
  }

  private JsonValue value(JsonValue value, String at) {
    return switch (value) {
      case JsonObject object -> object(object, at);
      case JsonArray array -> array(array, at);
      default -> value;
    };
  }

  private JsonObject object(JsonObject object, String at) {
    var members = new LinkedHashMap<String, JsonValue>();
    var digests = new ArrayList<String>();
    object
        .members()
        .forEach((name, value) -> {
          String pointer = at + "/" + JsonPointer.escape(name);
          JsonValue inner = value(value, pointer);
          if (pointers.contains(pointer)) digests.add(conceal(name, inner));
          else members.put(name, inner);
        });
    if (!digests.isEmpty()) {
      // Sorted, or their order would tell which claim is which.
      members.put("_sd", JsonValue.from(digests.stream().sorted().toList()));
    }
    return new JsonObject(members);
  }

  private JsonArray array(JsonArray array, String at) {
    var elements = new ArrayList<JsonValue>();
    for (int i = 0; i < array.elements().size(); i++) {
      JsonValue inner = value(array.elements().get(i), at + "/" + i);
      elements.add(
          pointers.contains(at + "/" + i)
              ? JsonValue.from(Map.of("...", conceal(null, inner)))
              : inner);
    }
    return new JsonArray(elements);
  }

  private String conceal(@Nullable String name, JsonValue value) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    Disclosure disclosure = Disclosure.of(Bytes.wrap(salt), name, value);
    disclosures.add(disclosure);
    return disclosure.digest();
  }
}
