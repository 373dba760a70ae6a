package org.insignia.server.insights.web;

import java.util.List;
import java.util.UUID;

/** The searches that somebody keeps. */
public record SavedPage(List<Row> rows) {
  /**
   * One of them.
   *
   * @param href address of its postings
   */
  public record Row(UUID id, String name, String href, long openings, boolean mails) {}
}
