package org.insignia.server.support.missing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The check for staff, about anybody whom the organisation knows.
 *
 * @param who as typed, or the key of a person
 * @param people who was found; several share a mailbox
 * @param walk what came out; null until one person and one thing are asked about
 * @param wrong why nobody was found, in words; empty: nothing is wrong
 */
public record StaffMissingPage(
    String slug,
    String organisation,
    String who,
    String what,
    List<Choice> certifications,
    List<Choice> exams,
    List<Choice> others,
    List<Person> people,
    @Nullable WalkView walk,
    String wrong) {
  public StaffMissingPage {
    certifications = List.copyOf(certifications);
    exams = List.copyOf(exams);
    others = List.copyOf(others);
    people = List.copyOf(people);
  }

  /** Somebody. */
  public record Person(String path, String name, List<String> records) {
    public Person {
      records = List.copyOf(records);
    }
  }
}
