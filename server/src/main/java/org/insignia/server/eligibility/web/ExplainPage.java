package org.insignia.server.eligibility.web;

import java.time.Instant;
import java.util.List;
import org.insignia.server.eligibility.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * The question, and what can be said to it.
 *
 * @param who as it was typed
 * @param what uid that was chosen; empty: none yet
 * @param problem key of what is wrong with the question; empty: nothing
 * @param people whom the question may mean; one where it is clear
 * @param awards of that one
 * @param answer null until both are known
 */
public record ExplainPage(
    String slug,
    String organisation,
    String who,
    String what,
    String problem,
    List<Choice> certifications,
    List<Choice> exams,
    List<Person> people,
    List<Held> awards,
    @Nullable Explanation answer) {
  public ExplainPage {
    certifications = List.copyOf(certifications);
    exams = List.copyOf(exams);
    people = List.copyOf(people);
    awards = List.copyOf(awards);
  }

  /** Something that can be asked about. */
  public record Choice(String uid, String title) {}

  /**
   * @param records how the providers know this person
   */
  public record Person(String path, String name, List<String> records) {
    public Person {
      records = List.copyOf(records);
    }
  }

  /**
   * An award of the person.
   *
   * @param path to its explanation
   * @param cause key of why it is as it is
   */
  public record Held(
      String path,
      String title,
      boolean given,
      Instant earnedAt,
      @Nullable Instant validUntil,
      String cause,
      int catalogueNumber) {}
}
