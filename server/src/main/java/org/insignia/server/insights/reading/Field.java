package org.insignia.server.insights.reading;

/** The parts of a {@link Draft}, each as the feed wrote it. */
public enum Field {
  ID,
  TITLE,
  EMPLOYER,
  PLACE,
  COUNTRY,
  REGION,
  CITY,
  /** The name of a {@link org.insignia.server.insights.posting.Workplace}, or words for one. */
  WORKPLACE,
  LOW,
  HIGH,
  CURRENCY,
  PERIOD,
  POSTED,
  UNTIL,
  URL,
  TYPE,
  SENIORITY,
  LANGUAGE,
  /** The description, plain or HTML. */
  TEXT
}
