package org.insignia.server.verification.view;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.key.DocumentLoader;
import org.insignia.openbadges.key.DocumentLoader.Loaded;

/**
 * Makes the picture that a credential names one that our page may show: fetched by us, never by the
 * reader's browser, which would tell the issuer's server who looks; PNG only, and bounded.
 */
final class Pictures {
  private static final int MOST_BYTES = 400_000;
  private static final int MOST_SIDE = 4000;
  private static final String PNG = "data:image/png;base64,";
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private final DocumentLoader documents;

  Pictures(DocumentLoader documents) {
    this.documents = documents;
  }

  /** A {@code data:} URL of the picture at this address; empty where there is none to show. */
  String source(String address) {
    if (address.startsWith(PNG)) {
      return decoded(address.substring(PNG.length()));
    }
    if (!address.startsWith("https://") && !address.startsWith("http://")) {
      return "";
    }
    try {
      return documents.load(new URI(address)) instanceof Loaded.Document document
          ? source(document.body())
          : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private static String decoded(String base64) {
    try {
      return base64.length() > 2 * MOST_BYTES
          ? ""
          : source(Bytes.wrap(Base64.getDecoder().decode(base64)));
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String source(Bytes png) {
    return isPng(png.view()) ? PNG + Base64.getEncoder().encodeToString(png.view()) : "";
  }

  /** By its head only: size and signature; the browser's own decoder judges the rest. */
  private static boolean isPng(byte[] bytes) {
    return bytes.length > 33
        && bytes.length <= MOST_BYTES
        && java.util.Arrays.equals(bytes, 0, 8, SIGNATURE, 0, 8)
        && isSide(bytes, 16)
        && isSide(bytes, 20);
  }

  private static boolean isSide(byte[] bytes, int at) {
    int side = java.nio.ByteBuffer.wrap(bytes).getInt(at);
    return side > 0 && side <= MOST_SIDE;
  }
}
