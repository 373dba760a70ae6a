package org.insignia.server.insights.reading;

/** Why an item is not taken. */
public enum Fault {
  /** The item is no object with named values. */
  NOT_AN_ITEM,
  /** It cannot be read by itself: too large, or a row with more cells than there are names. */
  UNREADABLE,
  NO_ID,
  BAD_ID,
  NO_TITLE,
  /** A title, employer or place is longer than any is. */
  TOO_LONG,
  /** Control characters, or such as turn the direction of writing. */
  CONTROL_CHARACTERS,
  /** Tags where only text belongs. */
  MARKUP,
  /** Text a spreadsheet would run. */
  FORMULA,
  /** A word of letters that look alike and come from different scripts. */
  MIXED_SCRIPTS,
  /** Scripts, styles or forms in the description. */
  ACTIVE_CONTENT,
  NO_ADDRESS,
  BAD_ADDRESS,
  BAD_SALARY,
  BAD_CURRENCY,
  BAD_PERIOD,
  BAD_DATE,
  BAD_COUNTRY,
  BAD_TAGS,
  /** A page of the sitemap that could not be read. */
  PAGE_UNREADABLE
}
