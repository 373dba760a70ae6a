package org.insignia.server.results.feed;

import org.insignia.server.results.Finding;

/** Ends the reading of one row. Never leaves this package. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  final String column;
  final transient Finding why;

  Unreadable(String column, Finding why) {
    super(why.code(), null, false, false);
    this.column = column;
    this.why = why;
  }
}
