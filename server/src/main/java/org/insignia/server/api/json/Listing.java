package org.insignia.server.api.json;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * One page of a list.
 *
 * @param next the address of the page that follows; null where there is none
 */
public record Listing<T>(List<T> items, @Nullable String next) {
  public Listing {
    items = List.copyOf(items);
  }

  /**
   * The answer to this request.
   *
   * @param rows as many as the page has and one more, where there are more
   * @param cursor of a row, from which the next page goes on
   */
  public static <R, T> ResponseEntity<Listing<T>> answer(
      Page page, List<R> rows, Function<R, String> cursor, Function<R, T> shown, String base) {
    var shownRows = rows.stream().limit(page.limit()).toList();
    var after = rows.size() > page.limit() ? cursor.apply(shownRows.getLast()) : null;
    return answer(shownRows.stream().map(shown).toList(), after, base);
  }

  /** As the other, where it is known already from where to go on; null for the end. */
  public static <T> ResponseEntity<Listing<T>> answer(
      List<T> items, @Nullable String after, String base) {
    var answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
    if (after == null) {
      return answer.body(new Listing<>(items, null));
    }
    var here = ServletUriComponentsBuilder.fromCurrentRequest().replaceQueryParam("after", after);
    var path = here.build(true).toUri();
    var next = base + path.getRawPath() + "?" + path.getRawQuery();
    return answer
        .header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")
        .body(new Listing<>(items, next));
  }
}
