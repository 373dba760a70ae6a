package org.insignia.server.api.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parameters of OAuth as a JSON object. The standard knows forms alone; programs that send JSON all
 * the same are many, and what they mean is plain.
 */
final class TokenJson {
  private static final String TYPE = "application/json";
  private static final int LARGEST = 64 * 1024;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private TokenJson() {}

  static boolean isSentBy(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith(TYPE);
  }

  /**
   * @throws OAuthRefusal for anything but an object of texts and numbers
   */
  static Map<String, String[]> form(HttpServletRequest request) {
    var form = new LinkedHashMap<String, String[]>();
    for (var member : object(request).properties()) {
      var value = member.getValue();
      if (!value.isString() && !value.isNumber() && !value.isNull()) {
        throw new OAuthRefusal("invalid_request", "a parameter is no text; lists have blanks");
      }
      form.put(member.getKey(), new String[] {value.isNull() ? "" : value.asString()});
    }
    return form;
  }

  private static JsonNode object(HttpServletRequest request) {
    try {
      var bytes = request.getInputStream().readNBytes(LARGEST + 1);
      var node = bytes.length > LARGEST ? JSON.missingNode() : JSON.readTree(bytes);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      throw new OAuthRefusal("invalid_request", "the body cannot be read as JSON");
    } catch (IOException e) {
      throw new UncheckedIOException("the client left", e);
    }
    throw new OAuthRefusal(
        "invalid_request", "the body is no JSON object of at most " + LARGEST + " bytes");
  }
}
