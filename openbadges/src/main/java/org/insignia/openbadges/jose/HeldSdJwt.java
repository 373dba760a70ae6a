package org.insignia.openbadges.jose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.KeyPair;
import org.jspecify.annotations.Nullable;

/**
 * An SD-JWT with its disclosures, in the hands of its holder, who decides for each verifier what to
 * show of it. Nothing is verified here: that is {@link EnvelopeCheck}'s.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9901#section-6">RFC 9901, presentation</a>
 */
public final class HeldSdJwt {
  private final String token;
  private final JsonObject document;
  private final Map<String, Choice> choices;

  /** A disclosure and those without which its place would not be seen. */
  private record Choice(Disclosure disclosure, List<Disclosure> around) {}

  private HeldSdJwt(String token, JsonObject document, Map<String, Choice> choices) {
    this.token = token;
    this.document = document;
    this.choices = choices;
  }

  /**
   * Reads what the issuer handed over: the token and every disclosure, without key binding.
   *
   * @throws MalformedCredential where it is no such thing, or a disclosure has no place in it
   */
  public static HeldSdJwt read(String sdJwt) {
    SdJwt read = SdJwt.read(sdJwt);
    if (read.binding() != null) {
      throw new MalformedCredential("", "was bound by its holder for a verifier already");
    }
    JsonObject payload = read.jws().payload();
    JsonObject document = read.disclosures().applied(payload); // first: it knows what is too deep
    var places = new Places(read.disclosures());
    places.object(payload, "", List.of());
    return new HeldSdJwt(sdJwt.substring(0, sdJwt.indexOf('~') + 1), document, places.choices);
  }

  /** What it says when everything is shown. */
  public JsonObject document() {
    return document;
  }

  /** Places in {@link #document} that are shown only if chosen. */
  public List<JsonPointer> choices() {
    return choices.keySet().stream().map(JsonPointer::parse).toList();
  }

  /**
   * The SD-JWT with these disclosures, and those around them that they need; all else that can be
   * kept back is.
   *
   * @throws MalformedCredential where one of them is no choice
   */
  public String showing(Collection<JsonPointer> chosen) {
    var shown = new LinkedHashMap<String, Disclosure>();
    for (JsonPointer pointer : chosen) {
      Choice choice = choices.get(pointer.toString());
      if (choice == null) {
        throw new MalformedCredential(pointer.toString(), "is not left to the holder");
      }
      choice.around().forEach(d -> shown.put(d.text(), d));
      shown.put(choice.disclosure().text(), choice.disclosure());
    }
    var text = new StringBuilder(token);
    shown.keySet().forEach(disclosure -> text.append(disclosure).append('~'));
    return text.toString();
  }

  /**
   * As {@link #showing(Collection)}, with the holder's signature over all that is shown: for one
   * verifier and one occasion.
   *
   * @param holder the key that the issuer named
   * @param nonce what the verifier asked to be signed along
   * @param audience how the verifier calls itself
   */
  public String showing(
      Collection<JsonPointer> chosen, KeyPair holder, String nonce, String audience, Instant now) {
    return KeyBinding.bound(showing(chosen), holder, new KeyBinding.Asked(nonce, audience), now);
  }

  /** Finds where each disclosure stands; that each has one place is checked elsewhere. */
  private static final class Places {
    private final Map<String, Disclosure> byDigest = new HashMap<>();
    private final Map<String, Choice> choices = new LinkedHashMap<>();

    Places(Disclosures disclosures) {
      disclosures.all().forEach(d -> byDigest.put(d.digest(), d));
    }

    private void value(JsonValue value, String at, List<Disclosure> around) {
      switch (value) {
        case JsonObject object -> object(object, at, around);
        case JsonArray array -> array(array, at, around);
        default -> {}
      }
    }

    void object(JsonObject object, String at, List<Disclosure> around) {
      object
          .members()
          .forEach((name, value) -> {
            if (!name.equals("_sd")) value(value, at + "/" + JsonPointer.escape(name), around);
          });
      if (object.get("_sd") instanceof JsonArray digests) {
        for (JsonValue digest : digests.elements()) {
          Disclosure found = find(digest);
          if (found != null && found.name() != null) {
            place(found, at + "/" + JsonPointer.escape(found.name()), around);
          }
        }
      }
    }

    private void array(JsonArray array, String at, List<Disclosure> around) {
      int index = 0;
      for (JsonValue element : array.elements()) {
        JsonValue digest = element instanceof JsonObject o ? o.get("...") : null;
        if (digest == null) {
          value(element, at + "/" + index++, around);
          continue;
        }
        Disclosure found = find(digest);
        if (found != null) place(found, at + "/" + index++, around);
      }
    }

    private void place(Disclosure found, String at, List<Disclosure> around) {
      choices.put(at, new Choice(found, around));
      var within = new ArrayList<>(around);
      within.add(found);
      value(found.value(), at, List.copyOf(within));
    }

    private @Nullable Disclosure find(JsonValue digest) {
      return digest instanceof JsonString text ? byDigest.remove(text.value()) : null;
    }
  }
}
