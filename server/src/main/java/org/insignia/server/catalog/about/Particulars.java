package org.insignia.server.catalog.about;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an achievement beyond its words; null where nothing is said.
 *
 * @param duplicates whether one person may have it more than once
 * @param alignments what it corresponds to elsewhere, in order
 */
public record Particulars(
    @Nullable Type type,
    @Nullable Level level,
    @Nullable Cost cost,
    @Nullable Effort effort,
    Duplicates duplicates,
    List<Alignment> alignments) {

  /** Nothing said, one for each person. */
  public static final Particulars NONE =
      new Particulars(null, null, null, null, Duplicates.REFUSE, List.of());

  public Particulars {
    alignments = List.copyOf(alignments);
  }

  /** What kind of achievement it is; each is one of the standard's types. Names are stored. */
  public enum Type {
    BADGE("Badge"),
    CERTIFICATION("Certification"),
    CERTIFICATE("Certificate"),
    ASSESSMENT("Assessment"),
    COURSE("Course"),
    LEARNING_PROGRAM("LearningProgram"),
    COMPETENCY("Competency"),
    MICRO_CREDENTIAL("MicroCredential"),
    AWARD("Award"),
    MEMBERSHIP("Membership");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    /** The word of Open Badges 3.0 for it (AchievementType). */
    public String word() {
      return word;
    }
  }

  /** How much is asked. Names are stored. */
  public enum Level {
    FOUNDATIONAL,
    INTERMEDIATE,
    ADVANCED
  }

  /** Whether earning it costs money. Names are stored. */
  public enum Cost {
    FREE,
    PAID
  }

  /** How long earning it takes. Names are stored. */
  public enum Effort {
    HOURS,
    DAYS,
    WEEKS,
    MONTHS,
    YEARS
  }

  /** What happens where somebody has it already and is to get it again. Names are stored. */
  public enum Duplicates {
    REFUSE,
    ALLOW
  }
}
