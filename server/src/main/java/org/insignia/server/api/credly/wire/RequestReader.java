package org.insignia.server.api.credly.wire;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a request says: from its query, a form with or without files, or JSON. */
@Component
public final class RequestReader {
  /** The largest body of all: a picture as text, or a long list. */
  static final int MOST_BYTES = 12 << 20;

  private static final int MOST_FIELDS = 20_000;
  private final JsonMapper json;

  RequestReader(JsonMapper json) {
    this.json = json;
  }

  /**
   * Everything it says; what stands in the body counts before what stands in the query.
   *
   * @throws Refusal if the body is none of these
   */
  public Asked read(HttpServletRequest request) {
    try {
      var brackets = new Brackets();
      fields(Objects.requireNonNullElse(request.getQueryString(), ""), brackets::put);
      var type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
      if (type.startsWith("multipart/")) {
        parts(request, brackets);
        return new Asked(brackets.values());
      }
      return new Asked(body(request, brackets));
    } catch (IOException | ServletException | IllegalArgumentException e) {
      throw Refusal.unreadable("The body of the request cannot be read");
    }
  }

  private Map<String, Object> body(HttpServletRequest request, Brackets brackets)
      throws IOException {
    var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw Refusal.unreadable("The body of the request is larger than " + MOST_BYTES + " bytes");
    }
    var text = new String(bytes, StandardCharsets.UTF_8).strip();
    // Clients that say nothing of the kind of their body, or the wrong thing, are many.
    if (text.startsWith("{") || text.startsWith("[")) {
      var all = new LinkedHashMap<>(brackets.values());
      all.putAll(object(text));
      return all;
    }
    if (text.isEmpty()) {
      // Somebody before us has read it as a form, though it may be JSON that is called one.
      for (var field : request.getParameterMap().entrySet()) {
        if (field.getKey().startsWith("{")) {
          var rest = String.join("", field.getValue());
          brackets.values().putAll(object(field.getKey() + (rest.isEmpty() ? "" : "=" + rest)));
        } else {
          put(field.getKey(), field.getValue(), brackets);
        }
      }
    } else {
      fields(text, brackets::put);
    }
    return brackets.values();
  }

  private static void put(String name, String[] values, Brackets brackets) {
    for (var value : values) {
      brackets.put(name, value);
    }
  }

  private Map<String, Object> object(String text) {
    try {
      var read = json.readValue(text, Object.class);
      if (read instanceof Map<?, ?> map) {
        var all = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> all.put(String.valueOf(key), value));
        return all;
      }
    } catch (JacksonException e) {
      throw Refusal.unreadable("The body of the request is no JSON");
    }
    throw Refusal.unreadable("The body of the request is no JSON object");
  }

  static void fields(String text, BiConsumer<String, String> to) {
    if (text.isEmpty()) {
      return;
    }
    var pairs = text.split("&", MOST_FIELDS + 1);
    if (pairs.length > MOST_FIELDS) {
      throw Refusal.unreadable("The request has more than " + MOST_FIELDS + " fields");
    }
    for (var pair : pairs) {
      int at = pair.indexOf('=');
      var name = decoded(at < 0 ? pair : pair.substring(0, at));
      if (!name.isEmpty()) {
        to.accept(name, at < 0 ? "" : decoded(pair.substring(at + 1)));
      }
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** A file is taken as its base64, as which the same would come in JSON. */
  private static void parts(HttpServletRequest request, Brackets brackets)
      throws IOException, ServletException {
    for (Part part : request.getParts()) {
      if (part.getSize() > MOST_BYTES) {
        throw Refusal.unreadable(part.getName() + " is larger than " + MOST_BYTES + " bytes");
      }
      try (var in = part.getInputStream()) {
        var bytes = in.readAllBytes();
        brackets.put(
            part.getName(),
            part.getSubmittedFileName() == null
                ? new String(bytes, StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(bytes));
      }
    }
  }
}
