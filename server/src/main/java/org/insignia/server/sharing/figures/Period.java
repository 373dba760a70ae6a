package org.insignia.server.sharing.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far back one looks, and what one bar of a chart stands for. */
public enum Period {
  MONTH,
  QUARTER,
  YEAR;

  private static final int DAYS = 30;
  private static final int WEEKS = 13;
  private static final int MONTHS = 12;

  /** As it stands in addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of this word; otherwise a month. */
  public static Period of(String word) {
    return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst().orElse(MONTH);
  }

  /** The first days of the stretches up to a day, the earliest first. */
  public List<LocalDate> begins(LocalDate today) {
    var begins = new ArrayList<LocalDate>();
    switch (this) {
      case MONTH -> {
        for (int i = DAYS - 1; i >= 0; i--) {
          begins.add(today.minusDays(i));
        }
      }
      case QUARTER -> {
        for (int i = WEEKS - 1; i >= 0; i--) {
          begins.add(today.minusDays(6).minusWeeks(i));
        }
      }
      case YEAR -> {
        for (int i = MONTHS - 1; i >= 0; i--) {
          begins.add(today.withDayOfMonth(1).minusMonths(i));
        }
      }
    }
    return begins;
  }
}
