package org.insignia.server.insights.index;

/** What postings are counted by. */
public enum Facet {
  EMPLOYER,
  TITLE,
  PLACE,
  SKILL
}
