package org.insignia.server.catalog.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be passed.
 *
 * @param number the code that candidates and providers use, as AZ-104
 * @param title the English title; empty where no source gave one yet
 * @param languages locales in which it can be taken
 * @param retirement the last day (UTC) on which it could be taken; null while it is active
 * @param legacy never gives a badge of its own
 */
public record Exam(
    String uid,
    String number,
    String title,
    List<String> levels,
    List<String> roles,
    List<String> products,
    List<String> languages,
    List<String> providers,
    @Nullable LocalDate retirement,
    List<String> relatedCertifications,
    List<String> relatedExams,
    boolean practiceTest,
    boolean legacy)
    implements Entry {
  public Exam {
    levels = List.copyOf(levels);
    roles = List.copyOf(roles);
    products = List.copyOf(products);
    languages = List.copyOf(languages);
    providers = List.copyOf(providers);
    relatedCertifications = List.copyOf(relatedCertifications);
    relatedExams = List.copyOf(relatedExams);
  }

  /** Number and title, as "MD-100: Windows 10". */
  public String label() {
    return title.isEmpty() ? number : number + ": " + title;
  }

  public Exam named(String newUid, String newTitle) {
    return new Exam(
        newUid,
        number,
        newTitle,
        levels,
        roles,
        products,
        languages,
        providers,
        retirement,
        relatedCertifications,
        relatedExams,
        practiceTest,
        legacy);
  }
}
