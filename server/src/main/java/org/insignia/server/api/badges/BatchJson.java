package org.insignia.server.api.badges;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a batch: each item in its order, with the status that it would have had alone. */
record BatchJson(int issued, int duplicates, int refused, List<Item> items) {
  BatchJson {
    items = List.copyOf(items);
  }

  /**
   * One of them.
   *
   * @param index from 0, as in the request
   * @param status 201, 409 or 422
   * @param badge that was made, or that stands in the way; null where neither is known
   * @param detail why there is no new badge
   * @param errors what is wrong, with pointers into the request
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      int index,
      int status,
      @Nullable UUID badge,
      @Nullable String detail,
      @Nullable List<Map<String, String>> errors) {}
}
