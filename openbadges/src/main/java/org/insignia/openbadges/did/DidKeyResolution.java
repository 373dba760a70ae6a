package org.insignia.openbadges.did;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DidDocuments;
import org.insignia.openbadges.key.Multibase;
import org.insignia.openbadges.key.Multikey;

/**
 * Answers for a did:key as a DID resolver does: documents for DIDs, verification methods for DID
 * URLs, an error code for everything else.
 *
 * @see <a href="https://w3c-ccg.github.io/did-key-spec/#document-creation-algorithm">did:key</a>
 * @see <a href="https://w3c-ccg.github.io/did-resolution/">DID Resolution</a>
 */
public final class DidKeyResolution {
  /** Length of the key by the two bytes in front of it. */
  private static final Map<Integer, Integer> LENGTHS =
      Map.of(0xed01, 32, 0x8024, 33, 0x8124, 49, 0x8224, 67);

  private static final String FORMAT = "Multikey";

  /** Formats that the method has names for and gives only to whoever wants experiments. */
  private static final Set<String> EXPERIMENTAL =
      Set.of(
          "Ed25519VerificationKey2018",
          "X25519KeyAgreementKey2019",
          "EcdsaSecp256k1VerificationKey2019");

  private static final String PREFIX = "did:key:";
  private static final int LONGEST = 2_048;

  private DidKeyResolution() {}

  /**
   * The resolution result of a DID ({@code didDocument}, {@code didDocumentMetadata}, {@code
   * didResolutionMetadata}), or the dereferencing result of a DID URL with a fragment ({@code
   * content}, {@code contentMetadata}, {@code didDereferencingMetadata}); never throws.
   *
   * @param text hostile input
   */
  public static JsonObject of(String text) {
    return of(text, FORMAT, false);
  }

  /**
   * As {@link #of(String)}, for keys in another format. Only Multikey is written here; the answer
   * says why it is not another.
   *
   * @param format name of a verification method type; hostile input
   * @param experimental whether formats beyond those that the method recommends are wanted
   */
  public static JsonObject of(String text, String format, boolean experimental) {
    int hash = text.indexOf('#');
    String error =
        format.equals(FORMAT)
            ? ""
            : EXPERIMENTAL.contains(format) && !experimental
                ? "invalidPublicKeyType"
                : "unsupportedPublicKeyType";
    return hash < 0
        ? resolved(text, error)
        : dereferenced(text.substring(0, hash), text.substring(hash + 1), error);
  }

  private static JsonObject resolved(String did, String error) {
    try {
      refuse(error);
      return answer("didDocument", document(did), "didDocumentMetadata", metadata());
    } catch (Unresolved e) {
      return answer("didDocument", new JsonValue.JsonNull(), "didDocumentMetadata", e.metadata());
    }
  }

  private static void refuse(String error) {
    if (!error.isEmpty()) throw new Unresolved(error);
  }

  private static JsonObject dereferenced(String did, String fragment, String error) {
    try {
      refuse(error);
      JsonObject document = document(did);
      for (JsonValue value : document.list("verificationMethod")) {
        JsonObject method = (JsonObject) value;
        if ((did + "#" + fragment).equals(method.string("id"))) {
          return answer("content", method, "contentMetadata", metadata());
        }
      }
      throw new Unresolved("invalidDidUrl");
    } catch (Unresolved e) {
      return answer("content", new JsonValue.JsonNull(), "contentMetadata", e.metadata());
    }
  }

  private static JsonObject document(String did) {
    if (did.length() > LONGEST || !did.startsWith("did:")) throw new Unresolved("invalidDid");
    if (!did.startsWith(PREFIX)) throw new Unresolved("methodNotSupported");
    String id = did.substring(PREFIX.length());
    if (id.indexOf('/') >= 0 || id.indexOf('?') >= 0) throw new Unresolved("invalidDidUrl");
    if (!id.startsWith("z")) throw new Unresolved("invalidDid");
    byte[] bytes = bytes(id).view();
    int kind = bytes.length < 2 ? -1 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    Integer length = LENGTHS.get(kind);
    if (length == null) throw new Unresolved("unsupportedPublicKeyType");
    if (bytes.length - 2 != length) throw new Unresolved("invalidPublicKeyLength");
    try {
      return DidDocuments.forKey(Multikey.decode(id));
    } catch (MalformedCredential e) {
      throw new Unresolved("invalidPublicKey");
    }
  }

  private static Bytes bytes(String multibase) {
    try {
      return Multibase.decode(multibase);
    } catch (MalformedCredential e) {
      throw new Unresolved("invalidDid");
    }
  }

  /** Both kinds of result have the same shape under other names. */
  private static JsonObject answer(
      String thing, JsonValue value, String about, JsonObject metadata) {
    boolean document = thing.equals("didDocument");
    var members = new LinkedHashMap<String, JsonValue>();
    members.put("@context", JsonValue.of("https://w3id.org/did-resolution/v1"));
    members.put(thing, value);
    members.put(about, new JsonObject(new LinkedHashMap<>()));
    members.put(document ? "didResolutionMetadata" : "didDereferencingMetadata", metadata);
    return new JsonObject(members);
  }

  private static JsonObject metadata() {
    return (JsonObject) JsonValue.from(Map.of("contentType", "application/did+ld+json"));
  }

  /** Leaves early with an error code. */
  private static final class Unresolved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unresolved(String code) {
      super(code, null, false, false);
    }

    JsonObject metadata() {
      return (JsonObject) JsonValue.from(Map.of("error", Objects.requireNonNull(getMessage())));
    }
  }
}
