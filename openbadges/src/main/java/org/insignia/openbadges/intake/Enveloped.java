package org.insignia.openbadges.intake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Multibase;

/**
 * A credential or presentation inside of a {@code data:} URL.
 *
 * @see <a
 *     href="https://www.w3.org/TR/2025/REC-vc-data-model-2.0-20250515/#enveloped-verifiable-credentials">VC
 *     Data Model 2.0</a>
 */
public final class Enveloped {
  private static final JsonValue CONTEXT = JsonValue.of("https://www.w3.org/ns/credentials/v2");

  private static final List<String> TOKENS =
      List.of(
          "application/vc+jwt",
          "application/vp+jwt",
          "application/jwt",
          "application/vc+sd-jwt",
          "application/vp+sd-jwt",
          "application/vc-ld+jwt");

  private Enveloped() {}

  /** Whether the document is nothing but an envelope. */
  public static boolean is(JsonObject document) {
    List<JsonValue> types = document.list("type");
    return types.contains(JsonValue.of("EnvelopedVerifiableCredential"))
        || types.contains(JsonValue.of("EnvelopedVerifiablePresentation"));
  }

  /**
   * What is in the envelope, not yet checked.
   *
   * @throws MalformedCredential where the id is no data URL of an envelope that is known here, or
   *     no context defines what an envelope is
   */
  public static Source open(JsonObject document) {
    if (!document.list("@context").contains(CONTEXT)) {
      throw new MalformedCredential("/@context", "does not define the envelope");
    }
    String id = document.string("id");
    int comma = id == null ? -1 : id.indexOf(',');
    if (id == null || !id.startsWith("data:") || comma < 0) {
      throw new MalformedCredential("/id", "not a data URL");
    }
    String media = id.substring("data:".length(), comma);
    String body = id.substring(comma + 1);
    boolean base64 = media.endsWith(";base64");
    String type = media.replaceFirst(";.*", "").toLowerCase(java.util.Locale.ROOT);
    if (type.equals("application/vc+cose") || type.equals("application/vp+cose")) {
      return new Source.Cose(bytes(body, base64));
    }
    if (!TOKENS.contains(type)) {
      throw new MalformedCredential("/id", "no envelope that is known here");
    }
    String text = base64 ? bytes(body, true).utf8() : percentDecoded(body);
    if (Source.text(text) instanceof Source.Token token) {
      return token;
    }
    throw new MalformedCredential("/id", "not a token");
  }

  private static Bytes bytes(String body, boolean base64) {
    if (!base64) {
      return Bytes.wrap(percentDecoded(body).getBytes(StandardCharsets.ISO_8859_1));
    }
    String urlSafe = body.replace('+', '-').replace('/', '_').replace("=", "");
    return Multibase.decode("u" + urlSafe);
  }

  private static String percentDecoded(String body) {
    try {
      return URLDecoder.decode(body.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      throw new MalformedCredential("/id", "data URL with a broken escape");
    }
  }
}
