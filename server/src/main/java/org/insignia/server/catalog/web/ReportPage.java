package org.insignia.server.catalog.web;

import java.time.Instant;
import java.util.List;

/**
 * What an import did.
 *
 * @param more problems that are counted but not listed
 */
public record ReportPage(
    String slug,
    Instant at,
    int version,
    int exams,
    int certifications,
    int refused,
    int notices,
    List<Group> groups,
    List<Trouble> problems,
    int more) {
  public ReportPage {
    groups = List.copyOf(groups);
    problems = List.copyOf(problems);
  }

  /**
   * @param key what happened to them
   * @param items uids, of which the longest lists are cut
   */
  public record Group(String key, int count, List<Item> items) {
    public Group {
      items = List.copyOf(items);
    }
  }

  public record Item(String path, String uid, String former) {}

  /**
   * @param place file and line
   * @param key of the reason
   */
  public record Trouble(String file, int line, String key, String detail, boolean refused) {}
}
