package org.insignia.openbadges.fuzz;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.insignia.openbadges.did.DidKeyResolution;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue.JsonNull;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DidJwk;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.DidWeb;
import org.insignia.openbadges.key.Multibase;
import org.insignia.openbadges.key.Multikey;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.key.PublicKey;

/** Multibase, keys in identifiers and DIDs: each value has one spelling. */
final class KeyTextTarget implements FuzzTarget {
  private static final OfflineKeys KEYS = new OfflineKeys();

  @Override
  public boolean judge(Bytes input) {
    String text = input.utf8();
    KEYS.resolve(text);
    resolution(text);
    return read(text, KeyTextTarget::multibase)
        | read(text, KeyTextTarget::multikey)
        | read(text, KeyTextTarget::didKey)
        | read(text, KeyTextTarget::didJwk)
        | read(text, KeyTextTarget::didWeb);
  }

  private static boolean read(String text, Consumer<String> reader) {
    try {
      reader.accept(text);
      return true;
    } catch (MalformedCredential e) {
      return false;
    }
  }

  private static void multibase(String text) {
    Bytes decoded = Multibase.decode(text);
    boolean base58 = text.startsWith("z");
    Property.same(
        text,
        base58 ? Multibase.base58btc(decoded) : Multibase.base64url(decoded),
        "a second spelling was read");
  }

  private static void multikey(String text) {
    PublicKey key = Multikey.decode(text);
    Property.same(text, Multikey.encode(key), "a second Multikey of one key");
  }

  private static void didKey(String text) {
    Property.same(text, DidKey.did(DidKey.key(text)), "a second did:key of one key");
  }

  private static void didJwk(String text) {
    PublicKey key = DidJwk.key(text);
    Property.same(key, DidJwk.key(DidJwk.did(key)), "another key came back");
  }

  private static void didWeb(String text) {
    URI document = DidWeb.documentUrl(text);
    Property.same("https", document.getScheme(), "did:web over another scheme");
    Property.holds(document.getHost() != null && document.getUserInfo() == null, "no plain host");
    URI site = URI.create(document.toString().replaceFirst("(/\\.well-known)?/did\\.json$", ""));
    Property.same(document, DidWeb.documentUrl(DidWeb.did(site)), "another place came back");
  }

  private static void resolution(String text) {
    JsonObject answer = DidKeyResolution.of(text);
    boolean whole = text.indexOf('#') < 0;
    boolean empty = answer.get(whole ? "didDocument" : "content") instanceof JsonNull;
    JsonObject metadata =
        answer.object(whole ? "didResolutionMetadata" : "didDereferencingMetadata");
    Property.holds(
        metadata != null && (metadata.string("error") != null) == empty,
        "neither a document nor an error");
  }

  @Override
  public List<Bytes> seeds() {
    PublicKey edwards = SignedSeeds.EDWARDS.publicKey();
    PublicKey prime = SignedSeeds.PRIME.publicKey();
    return List.of(
        Bytes.utf8(DidKey.did(edwards)),
        Bytes.utf8(DidKey.did(prime)),
        Bytes.utf8(edwards.multibase()),
        Bytes.utf8(DidJwk.did(edwards)),
        Bytes.utf8(DidJwk.did(prime)),
        Bytes.utf8("uAQIDBA"),
        Bytes.utf8("did:web:issuer.example"),
        Bytes.utf8("did:web:issuer.example%3A8443:org:acme"));
  }
}
