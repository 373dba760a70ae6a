package org.insignia.server.api.host;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Which part of a list is asked for.
 *
 * @param since only what holds since then or later; null for all
 */
record Stretch(int limit, int offset, @Nullable Instant since) {
  private static final int USUAL = 50;
  static final int MOST = 100;

  /**
   * @throws ImsxRefusal for what is no such number or time
   */
  static Stretch read(@Nullable String limit, @Nullable String offset, @Nullable String since) {
    return new Stretch(
        Math.min(MOST, number("limit", limit, 1, USUAL)),
        number("offset", offset, 0, 0),
        time(since));
  }

  private static int number(String name, @Nullable String text, int least, int usual) {
    if (text == null) {
      return usual;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, as for a number that is too small
    }
    throw new ImsxRefusal(
        HttpStatus.BAD_REQUEST, "invalid_query_parameter", name + " is a number from " + least);
  }

  private static @Nullable Instant time(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new ImsxRefusal(
          HttpStatus.BAD_REQUEST,
          "invalid_query_parameter",
          "since is a time with its offset, like 2026-01-31T12:00:00Z");
    }
  }

  /** The addresses of the neighbouring parts, as the Link header has them; empty if this is all. */
  String links(String address, int total) {
    if (offset == 0 && total <= limit) {
      return "";
    }
    int last = total == 0 ? 0 : (total - 1) / limit * limit;
    List<String> links = new ArrayList<>();
    if (offset + limit < total) {
      links.add(link(address, offset + limit, "next"));
    }
    links.add(link(address, last, "last"));
    links.add(link(address, 0, "first"));
    if (offset > 0) {
      links.add(link(address, Math.max(0, offset - limit), "prev"));
    }
    return String.join(", ", links);
  }

  private String link(String address, int from, String rel) {
    var more = since == null ? "" : "&since=" + since;
    return "<" + address + "?limit=" + limit + "&offset=" + from + more + ">; rel=\"" + rel + "\"";
  }
}
