package org.insignia.server.api.json;

import java.util.List;
import java.util.function.Function;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
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

  /**
   * A page of what is known as a whole, in an order of its own.
   *
   * @param cursor of a row, like no other's; it is handed out as a hash
   * @throws Problem.Invalid where the row is gone from which the page goes on
   */
  public static <R, T> ResponseEntity<Listing<T>> within(
      Page page, List<R> all, Function<R, String> cursor, Function<R, T> shown, String base) {
    Function<R, String> hash = row -> SecretToken.sha256(cursor.apply(row)).substring(0, 32);
    int from = 0;
    while (!page.after().isEmpty()) {
      if (from == all.size()) {
        throw new Problem.Invalid("after", "this place is gone; begin with the first page");
      }
      if (hash.apply(all.get(from++)).equals(page.after())) {
        break;
      }
    }
    var rows = all.stream().skip(from).limit(page.limit() + 1L).toList();
    return answer(page, rows, hash, shown, base);
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
