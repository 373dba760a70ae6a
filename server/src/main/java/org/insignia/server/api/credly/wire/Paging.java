package org.insignia.server.api.credly.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for. What cannot be read means the usual: clients send all kinds of
 * things.
 *
 * @param url absolute address of the list, with all that the request says but the page; ends in
 *     {@code ?} or {@code &}
 */
public record Paging(int number, int per, String url) {
  private static final int USUAL = 50;
  private static final int MOST = 100;
  private static final int LAST = 1_000_000;

  /** The page that this request means. */
  public static Paging of(HttpServletRequest request, String base) {
    int per = number(Parameters.first(request, "per"), USUAL);
    per = number(Parameters.first(request, "per_page"), per);
    per = number(Parameters.first(request, "page_size"), per);
    return new Paging(
        Math.clamp(number(Parameters.first(request, "page"), 1), 1, LAST),
        Math.clamp(per, 1, MOST),
        base + request.getRequestURI() + "?" + rest(request));
  }

  private static int number(@Nullable String text, int otherwise) {
    return text != null && text.matches("\\d{1,7}") ? Integer.parseInt(text) : otherwise;
  }

  private static String rest(HttpServletRequest request) {
    return Parameters.of(request).entrySet().stream()
        .filter(e -> !e.getKey().equals("page") && !e.getKey().equals("cursor"))
        .flatMap(e -> Arrays.stream(e.getValue()).map(v -> encoded(e.getKey(), v) + "&"))
        .collect(Collectors.joining());
  }

  static String encoded(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** How many come before the first of this page. */
  public int skip() {
    return Math.min(number - 1, Integer.MAX_VALUE / per - 1) * per;
  }

  /** This page of a list that is whole. */
  public <T> List<T> of(List<T> all) {
    return all.stream().skip(skip()).limit(per).toList();
  }

  /** The address of what comes behind this cursor. */
  public String behind(String cursor) {
    return url + encoded("cursor", cursor);
  }

  /** What a list says of itself, beside what stands on this page. */
  public Map<String, Object> metadata(int count, long total) {
    long pages = Math.max(1, (total + per - 1) / per);
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("count", count);
    metadata.put("current_page", number);
    metadata.put("total_count", total);
    metadata.put("total_pages", pages);
    metadata.put("per", per);
    metadata.put("previous_page_url", number > 1 ? page(Math.min(number - 1, pages)) : null);
    metadata.put("next_page_url", number < pages ? page(number + 1L) : null);
    return metadata;
  }

  private String page(long page) {
    return url + "page=" + page;
  }
}
