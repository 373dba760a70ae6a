package org.insignia.openbadges.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.insignia.openbadges.baking.Baked;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;

/** What was handed in, as far as its outer form tells. */
public sealed interface Source {

  /** One JSON object. */
  record Document(JsonObject object) implements Source {}

  /** A compact JWS, maybe with disclosures (SD-JWT). */
  record Token(String compact) implements Source {}

  /** A COSE_Sign1 in CBOR. */
  record Cose(Bytes bytes) implements Source {}

  /** The address where a badge is hosted (Open Badges 1 and 2). */
  record Address(String url) implements Source {}

  /** The longest text that is read. */
  int MAX_TEXT = 2 << 20;

  Pattern TOKEN =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*(~[A-Za-z0-9._~-]*)?");

  /**
   * @throws MalformedCredential for what cannot be read
   * @throws NoCredential for a sound picture without one
   */
  static Source read(Bytes input) {
    byte[] bytes = input.view();
    if (bytes.length > 2 && bytes[0] == (byte) 0xd2 && bytes[1] == (byte) 0x84) {
      return new Cose(input); // tag 18, array of four: no text begins like this
    }
    if (!Baking.looksLikeImage(input)) {
      return text(decode(input));
    }
    Baked baked =
        Baking.unbake(input)
            .orElseThrow(() -> new NoCredential("there is no badge in the picture"));
    return text(baked.text());
  }

  /** A text out of a picture, a document or a data URL. */
  static Source text(String text) {
    if (text.length() > MAX_TEXT) {
      throw new MalformedCredential("", "text of " + text.length() + " characters");
    }
    String stripped = text.strip();
    if (stripped.startsWith("{")) {
      if (Json.parse(stripped) instanceof JsonObject object) {
        return new Document(object);
      }
      throw new MalformedCredential("", "not a JSON object");
    }
    if (TOKEN.matcher(stripped).matches()) {
      return new Token(stripped);
    }
    if (stripped.startsWith("https://") || stripped.startsWith("http://")) {
      return new Address(stripped);
    }
    throw new MalformedCredential("", "neither a JSON object nor a JWT nor a picture");
  }

  private static String decode(Bytes input) {
    if (input.size() > MAX_TEXT) {
      throw new MalformedCredential("", "text of " + input.size() + " bytes");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(input.view())).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedCredential("", "neither a picture nor UTF-8");
    }
  }
}
