package org.insignia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Work is taken as {@code id = any(array(select ... limit ...))}: chosen before anything is done
 * with it. Written as {@code id in (select ...)} it is a join, which PostgreSQL works out anew for
 * every row where it takes the table for empty: slow, and more than the limit is taken.
 */
class TakenOnceTest {
  private static final Pattern JOINED = Pattern.compile("\\b\\w+ in \\(\\s*select ");
  private static final Pattern BOUNDED = Pattern.compile("\\blimit (:|\\d)|skip locked");

  @Test
  void what_is_taken_from_a_table_is_chosen_once() throws IOException {
    var wrong = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(f -> f.toString().endsWith("Store.java")).toList()) {
        var text = Files.readString(file);
        var found = JOINED.matcher(text);
        while (found.find()) {
          var chosen = text.substring(found.end(), end(text, found.end()));
          if (BOUNDED.matcher(chosen).find() && !isOfOthers(text, found.start())) {
            wrong.add(file.getFileName() + ": " + found.group() + chosen.replaceAll("\\s+", " "));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** {@code not in}: what is kept, of a table that stays small. */
  private static boolean isOfOthers(String text, int start) {
    return text.startsWith("not in", start);
  }

  private static int end(String text, int from) {
    int open = 1;
    int at = from;
    for (; open > 0; at++) {
      open += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
    }
    return at - 1;
  }
}
