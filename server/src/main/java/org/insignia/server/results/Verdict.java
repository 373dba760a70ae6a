package org.insignia.server.results;

/** What became of one row of a file. Names are stored: add, never rename. */
public enum Verdict {
  ACCEPTED,
  DUPLICATE,
  HELD,
  REFUSED
}
