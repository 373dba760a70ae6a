package org.insignia.server.sharing.profile.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.server.platform.web.PublicAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Which page of a list is asked for, and how its answer is written. */
record JsonPage(int number, int size) {
  static final int MOST = 500;
  private static final int USUAL = 48;
  private static final Set<String> SIZES = Set.of("page_size", "per_page", "per");

  /** Whatever cannot be read means the usual: readers in the field send all kinds of things. */
  static JsonPage of(HttpServletRequest request) {
    int size = USUAL;
    for (var name : SIZES) {
      size = number(request.getParameter(name), size);
    }
    return new JsonPage(
        Math.clamp(number(request.getParameter("page"), 1), 1, 1_000_000),
        Math.clamp(size, 1, MOST));
  }

  private static int number(@Nullable String text, int otherwise) {
    return text != null && text.matches("\\d{1,7}") ? Integer.parseInt(text) : otherwise;
  }

  <T> List<T> of(List<T> all) {
    return all.stream().skip((long) (number - 1) * size).limit(size).toList();
  }

  /**
   * The whole answer.
   *
   * @param url absolute address of the list, without a query
   */
  ResponseEntity<byte[]> answer(
      List<? extends Map<String, Object>> data, int total, String url, HttpServletRequest request) {
    int pages = Math.max(1, (total + size - 1) / size);
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("count", data.size());
    metadata.put("current_page", number);
    metadata.put("total_count", total);
    metadata.put("total_pages", pages);
    metadata.put("per", size);
    metadata.put("previous_page_url", number > 1 ? page(url, number - 1, request) : null);
    metadata.put("next_page_url", number < pages ? page(url, number + 1, request) : null);
    return answer(data, metadata, request);
  }

  static ResponseEntity<byte[]> answer(
      Object data, Map<String, Object> metadata, HttpServletRequest request) {
    var body = new LinkedHashMap<String, Object>();
    body.put("data", data);
    body.put("metadata", metadata);
    return PublicAnswer.of(
            Bytes.utf8(Json.write(JsonValue.from(body))),
            "application/json;charset=UTF-8",
            PublicAnswer.HIDEABLE)
        .to(request);
  }

  private String page(String url, int page, HttpServletRequest request) {
    var lang = request.getParameter("lang");
    return url
        + "?page="
        + page
        + "&page_size="
        + size
        + (lang == null ? "" : "&lang=" + URLEncoder.encode(lang, StandardCharsets.UTF_8));
  }
}
