package org.insignia.server.insights.posting;

/** What a salary is paid for, and how many of it make a year. */
public enum Period {
  HOUR(2080),
  /** Of the US federal government, which counts a year as 2,087 hours. */
  FEDERAL_HOUR(2087),
  DAY(260),
  WEEK(52),
  TWO_WEEKS(26),
  MONTH(12),
  YEAR(1),
  /** Not said, for the whole engagement, or by the piece: nothing a year can be made of. */
  UNSTATED(0);

  private final int perYear;

  Period(int perYear) {
    this.perYear = perYear;
  }

  /** How many of it make a year; 0 where there is no telling. */
  public int perYear() {
    return perYear;
  }
}
