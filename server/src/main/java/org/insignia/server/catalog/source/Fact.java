package org.insignia.server.catalog.source;

import java.time.LocalDate;
import java.util.List;
import org.insignia.server.catalog.model.Certification.Basis;
import org.insignia.server.catalog.model.Entry;
import org.insignia.server.catalog.model.EntryText;
import org.insignia.server.catalog.model.Requirement;
import org.jspecify.annotations.Nullable;

/** One thing that one row of a file says. */
public sealed interface Fact {
  Origin origin();

  /** The entry it speaks of. */
  String uid();

  /** Which edition of the source says so. */
  Edition edition();

  /** The row. */
  record Origin(String file, int line) {}

  /**
   * An edition of the source: later dates are newer; of one date, the alphabetically last locale is
   * taken for what has no language, English before all.
   */
  record Edition(LocalDate date, String locale) implements Comparable<Edition> {
    @Override
    public int compareTo(Edition other) {
      int byDate = date.compareTo(other.date);
      return byDate != 0 ? byDate : rank(locale).compareTo(rank(other.locale));
    }

    private static String rank(String locale) {
      return locale.startsWith("en") ? "~" + locale : locale;
    }
  }

  /** What an entry is, apart from its texts and its requirement. */
  record EntryFact(Origin origin, Edition edition, Entry entry) implements Fact {
    @Override
    public String uid() {
      return entry.uid();
    }
  }

  /** What a certification requires. */
  record RequirementFact(
      Origin origin,
      Edition edition,
      String uid,
      @Nullable Requirement requires,
      Basis basis,
      List<String> listedExams)
      implements Fact {
    public RequirementFact {
      listedExams = List.copyOf(listedExams);
    }
  }

  /** Texts of an entry in the edition's locale. */
  record TextFact(Origin origin, Edition edition, String uid, EntryText text) implements Fact {}
}
