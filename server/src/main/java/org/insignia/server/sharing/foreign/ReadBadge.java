package org.insignia.server.sharing.foreign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.insignia.openbadges.intake.NoCredential;
import org.insignia.openbadges.intake.Source;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * What was handed in, taken apart.
 *
 * @param original as it was handed in
 * @param type json, jwt, png, svg, pdf or cose: by its bytes, not by its name
 * @param document the credential itself: JSON or a compact JWS
 */
record ReadBadge(Bytes original, String type, String document) {

  /**
   * @param credential the credential as verification read it
   */
  static ReadBadge of(Bytes original, JsonObject credential) {
    return new ReadBadge(original, type(original), document(original, credential));
  }

  private static String document(Bytes original, JsonObject credential) {
    try {
      return switch (Source.read(original)) {
        case Source.Token token -> token.compact();
        case Source.Document document -> Json.write(document.object());
        case Source.Cose cose -> Json.write(credential);
        case Source.Address address -> Json.write(credential);
      };
    } catch (MalformedCredential | NoCredential e) {
      return Json.write(credential);
    }
  }

  private static String type(Bytes bytes) {
    byte[] start = bytes.view();
    if (start.length > 3 && start[0] == (byte) 0x89) {
      return "png";
    }
    if (start.length > 3 && start[0] == '%') {
      return "pdf";
    }
    if (start.length > 3 && start[0] == (byte) 0xd2) {
      return "cose";
    }
    var text = new String(start, 0, Math.min(64, start.length), StandardCharsets.UTF_8).strip();
    return text.startsWith("{") ? "json" : text.contains("<") ? "svg" : "jwt";
  }

  /** The pixels of a picture that was handed in. */
  Optional<Bytes> picture() {
    return type.equals("png") ? PictureCopy.of(original) : Optional.empty();
  }

  /** One badge is imported once, in whatever form it comes. */
  String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(document.getBytes(StandardCharsets.UTF_8)))
          .toLowerCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
