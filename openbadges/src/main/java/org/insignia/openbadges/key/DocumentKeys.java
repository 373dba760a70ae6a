package org.insignia.openbadges.key;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.key.VerificationKey.Evidence;

/**
 * Finds keys in the documents of their controllers: did:web and https URLs; what {@link
 * OfflineKeys} can find costs no document.
 */
public final class DocumentKeys implements KeyResolver {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

  private final OfflineKeys offline = new OfflineKeys();
  private final DocumentLoader documents;
  private final Function<String, URI> didWeb;
  private final Set<String> plainHosts;

  private DocumentKeys(
      DocumentLoader documents, Function<String, URI> didWeb, Set<String> plainHosts) {
    this.documents = documents;
    this.didWeb = didWeb;
    this.plainHosts = plainHosts;
  }

  /** Over https alone. */
  public DocumentKeys(DocumentLoader documents) {
    this(documents, DidWeb::documentUrl, Set.of());
  }

  /** Takes http for {@code localhost} and {@code 127.0.0.1}: for one's own machine only. */
  public static DocumentKeys onLoopback(DocumentLoader documents) {
    return new DocumentKeys(documents, DidWeb::documentUrlOnLoopback, LOOPBACK);
  }

  @Override
  public Resolution resolve(String verificationMethod) {
    int hash = verificationMethod.indexOf('#');
    String base = hash < 0 ? verificationMethod : verificationMethod.substring(0, hash);
    if (base.startsWith("did:") && !base.startsWith("did:web:")) {
      return known(offline.resolve(verificationMethod));
    }
    Resolution found = looked(base, document -> inDocument(document, base, verificationMethod));
    if (found instanceof Resolution.Found) return found;
    // A key in the fragment says no more than the signer says; enough to check the signature with.
    Resolution claimed = offline.resolve(verificationMethod);
    return claimed instanceof Resolution.Found ? claimed : found;
  }

  @Override
  public Resolution publishedBy(String controller, PublicKey key) {
    if (controller.startsWith("did:") && !controller.startsWith("did:web:")) {
      return known(offline.publishedBy(controller, key));
    }
    return looked(controller, document -> new ControllerDocument(document, controller).find(key));
  }

  @Override
  public Resolution namedBy(String controller, PublicKey key) {
    if (controller.startsWith("did:") && !controller.startsWith("did:web:")) {
      return offline.namedBy(controller, key);
    }
    return looked(controller, document -> new ControllerDocument(document, controller).named(key));
  }

  /** What is not known offline will not be known later: its DID method is not supported. */
  private static Resolution known(Resolution resolution) {
    return resolution instanceof Resolution.Unavailable
        ? new Resolution.NotFound("DID method not supported")
        : resolution;
  }

  private Resolution looked(
      String identifier, Function<JsonObject, Optional<VerificationKey>> search) {
    try {
      return switch (documents.load(location(identifier))) {
        case Loaded.Document document ->
            search
                .apply(Json.parseObject(document.body()))
                .<Resolution>map(Resolution.Found::new)
                .orElseGet(() -> new Resolution.NotFound("not among the keys of its document"));
        case Loaded.Gone gone -> new Resolution.NotFound("its document is gone: " + gone.status());
        case Loaded.Unavailable unavailable -> new Resolution.Unavailable(unavailable.reason());
      };
    } catch (MalformedCredential e) {
      return new Resolution.NotFound("not resolvable: " + e.getMessage());
    }
  }

  private URI location(String identifier) {
    if (identifier.startsWith("did:web:")) return didWeb.apply(identifier);
    try {
      URI url = new URI(identifier);
      String host = url.getHost();
      if (host == null || url.getRawUserInfo() != null) {
        throw new MalformedCredential("", "not a plain web address");
      }
      boolean plain = "http".equals(url.getScheme()) && plainHosts.contains(host);
      if (!plain && !"https".equals(url.getScheme())) {
        throw new MalformedCredential("", "not an https URL");
      }
      return url;
    } catch (URISyntaxException e) {
      throw new MalformedCredential("", "not a URL");
    }
  }

  private static Optional<VerificationKey> inDocument(
      JsonObject document, String base, String verificationMethod) {
    if (base.startsWith("https://") || base.startsWith("http://")) {
      if (document.string("kty") != null) return bareKey(document, base, verificationMethod);
      if (document.get("publicKeyMultibase") != null || document.get("publicKeyJwk") != null) {
        return keyDocument(document, base, verificationMethod);
      }
    }
    return new ControllerDocument(document, base).find(verificationMethod);
  }

  /** A JWK: whoever runs the site published it. */
  private static Optional<VerificationKey> bareKey(
      JsonObject document, String base, String verificationMethod) {
    String site = ControllerDocument.site(URI.create(base));
    return Optional.of(
        new VerificationKey(
            verificationMethod, site, Jwk.read(document), OfflineKeys.PURPOSES, Evidence.SITE));
  }

  /** A verification method at its own URL; believed about a controller on the same site only. */
  private static Optional<VerificationKey> keyDocument(
      JsonObject document, String base, String verificationMethod) {
    String id = document.string("id");
    String controller = document.string("controller");
    if (controller == null || (!verificationMethod.equals(id) && !base.equals(id))) {
      return Optional.empty();
    }
    String site = ControllerDocument.site(URI.create(base));
    boolean same = controller.equals(site) || controller.startsWith(site + "/");
    return Optional.of(
        new VerificationKey(
            verificationMethod,
            controller,
            ControllerDocument.publicKey(document),
            OfflineKeys.PURPOSES,
            same ? Evidence.DOCUMENT : Evidence.CLAIM,
            ControllerDocument.end(document)));
  }
}
