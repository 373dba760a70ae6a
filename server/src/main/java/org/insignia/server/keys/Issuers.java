package org.insignia.server.keys;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DidDocuments;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.DidWeb;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.openbadges.model.Image;
import org.insignia.openbadges.model.Profile;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** Organisations as issuers: their DIDs, DID documents and profiles. */
@Component
public class Issuers {
  private final Settings settings;
  private final SigningKeys keys;
  private final DocumentKeys documents;

  Issuers(Settings settings, SigningKeys keys, DocumentKeys documents) {
    this.settings = settings;
    this.keys = keys;
    this.documents = documents;
  }

  /** As {@link SigningKey#issuer()} of the key in use. */
  public String did(Organisation organisation) {
    return did(settings, organisation, keys.current(organisation.id()).publicKey());
  }

  /**
   * {@code did:web:HOST:org:SLUG}; the key's own did:key where the base URL is one that did:web
   * cannot spell (an IP address, or plain http to another machine), as on a trial in an office.
   */
  static String did(Settings settings, Organisation organisation, PublicKey key) {
    try {
      return DidWeb.did(settings.url("/org/" + organisation.slug()));
    } catch (MalformedCredential e) {
      return DidKey.did(key);
    }
  }

  /**
   * All keys that ever signed for it, so that what they signed verifies for ever. Those of
   * documents are named as its own, and for nothing else: no credential that they sign is believed.
   */
  public JsonObject document(Organisation organisation) {
    var methods = new LinkedHashMap<String, PublicKey>();
    List<PublishedKey> published = keys.published(organisation);
    for (PublishedKey key : published) {
      methods.put(key.key().multibase(), key.key());
    }
    var names = published.stream().map(key -> DidKey.did(key.key())).toList();
    var document = DidDocuments.document(did(organisation), methods);
    return document
        .with("verificationMethod", withDocumentKeys(organisation, ended(document, published)))
        .with("alsoKnownAs", JsonValue.from(names));
  }

  /**
   * Says of compromised keys when they ended.
   *
   * @see <a href="https://www.w3.org/TR/2025/REC-cid-1.0-20250515/#verification-methods">Controlled
   *     Identifiers</a>, {@code revoked}
   */
  private static JsonObject ended(JsonObject document, List<PublishedKey> keys) {
    var methods = new ArrayList<JsonValue>();
    for (JsonValue value : document.list("verificationMethod")) {
      var end =
          keys.stream()
              .filter(k -> k.compromisedAt() != null)
              .filter(k ->
                  value instanceof JsonObject o
                      && k.key().multibase().equals(o.string("publicKeyMultibase")))
              .findFirst();
      methods.add(
          end.isPresent() && value instanceof JsonObject o
              ? o.with("revoked", JsonValue.of(String.valueOf(end.get().compromisedAt())))
              : value);
    }
    return document.with("verificationMethod", new JsonArray(methods));
  }

  private JsonArray withDocumentKeys(Organisation organisation, JsonObject document) {
    var all = new ArrayList<>(document.list("verificationMethod"));
    String did = Objects.requireNonNull(document.string("id"));
    for (PublishedCertificate certificate : documents.published(organisation.id())) {
      String multibase = certificate.key().multibase();
      var method = new LinkedHashMap<String, Object>();
      method.put("id", did + "#" + multibase);
      method.put("type", "Multikey");
      method.put("controller", did);
      method.put("publicKeyMultibase", multibase);
      if (certificate.compromisedAt() != null) {
        method.put("revoked", certificate.compromisedAt().toString());
      }
      all.add(JsonValue.from(method));
    }
    return new JsonArray(all);
  }

  /** The certificates of its document keys, that in use first; retired ones stay. */
  public String certificates(Organisation organisation) {
    var all = new StringBuilder();
    documents.published(organisation.id()).forEach(certificate -> all.append(certificate.pem()));
    return all.toString();
  }

  /** The organisation as it stands at its profile's address: with what it says of itself. */
  public Profile wholeProfile(Organisation organisation) {
    var profile = builder(organisation);
    if (!organisation.description().isEmpty()) {
      profile.description(organisation.description());
    }
    if (organisation.logo() != null) {
      profile.image(new Image(settings.url(organisation.logoPath()).toString(), null));
    }
    return profile.build();
  }

  /** The organisation as it stands in credentials. */
  public Profile profile(Organisation organisation) {
    return builder(organisation).build();
  }

  private Profile.Builder builder(Organisation organisation) {
    var profile = Profile.of(did(organisation)).name(organisation.name());
    URI site = organisation.url();
    profile.url((site == null ? settings.url("/org/" + organisation.slug()) : site).toString());
    if (organisation.email() != null) {
      profile.email(organisation.email());
    }
    return profile;
  }
}
