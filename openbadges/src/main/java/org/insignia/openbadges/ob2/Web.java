package org.insignia.openbadges.ob2;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DocumentLoader;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.jspecify.annotations.Nullable;

/** Fetches the documents that make up an OB 2.0 badge. */
final class Web {
  private final DocumentLoader loader;

  Web(DocumentLoader loader) {
    this.loader = loader;
  }

  /** What stands at an address; an address that is none is not fetched. */
  Loaded load(@Nullable String address) {
    URI url = address == null ? null : uri(address);
    return url == null ? new Loaded.Unavailable("not a web address") : loader.load(url);
  }

  /**
   * @throws Missing where it cannot be had
   * @throws MalformedCredential where it is no JSON object
   */
  JsonObject object(@Nullable String address, String what) {
    return switch (load(address)) {
      case Loaded.Document document -> parse(document, what);
      case Loaded.Gone gone -> throw new Missing(what + ": " + gone.status());
      case Loaded.Unavailable open -> throw new Missing(what + ": " + open.reason());
    };
  }

  static JsonObject parse(Loaded.Document document, String what) {
    if (Json.parse(document.body()) instanceof JsonObject object) {
      return object;
    }
    throw new MalformedCredential("", what + " is not a JSON object");
  }

  static @Nullable URI uri(String address) {
    try {
      URI url = new URI(address);
      String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("https") || scheme.equals("http");
      return web && url.getHost() != null && url.getUserInfo() == null ? url : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** A document that is needed cannot be had. */
  static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Missing(String detail) {
      super(detail, null, false, false);
    }

    String detail() {
      return String.valueOf(getMessage());
    }
  }
}
