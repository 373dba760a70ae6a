package org.insignia.server.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.stereotype.Component;

/**
 * What may stand between an earner and a badge, as far as providers' results tell. Texts are {@code
 * results.diagnosis.CODE}.
 */
@Component
public class Diagnosis {
  private final Results results;

  /** Where the text of a cause stands, before its code. */
  public static final String TEXTS = "results.diagnosis.";

  private final Merges merges;

  Diagnosis(Results results, Merges merges) {
    this.results = results;
    this.merges = merges;
  }

  /**
   * Causes for a mailbox, the ones that explain most first; empty if nothing is amiss.
   *
   * <ul>
   *   <li>{@code no-candidate}: no provider knows this mailbox
   *   <li>{@code two-records} (provider, number): another record may be the same person; a merge is
   *       proposed
   *   <li>{@code held}, {@code pending}, {@code revoked}, {@code no-show}, {@code nda-refused},
   *       {@code failed} (exam)
   *   <li>{@code account-language} (provider, language): the provider's account language is not
   *       English; its export of results may have left rows out
   *   <li>{@code no-results}: the candidate is known, but no result came
   * </ul>
   */
  public List<Finding> of(OrganisationId organisation, EmailAddress mailbox) {
    var records = results.candidates(organisation, mailbox);
    if (records.isEmpty()) {
      return List.of(Finding.of("no-candidate"));
    }
    var causes = new ArrayList<Finding>();
    for (var candidate : records) {
      merges.concerning(organisation, List.of(candidate.id())).stream()
          .findFirst()
          .map(p -> p.one().id().equals(candidate.id()) ? p.other() : p.one())
          .ifPresent(
              other -> causes.add(Finding.of("two-records", other.provider(), other.number())));
      candidate.exams().forEach(exam -> cause(exam, causes));
    }
    if (records.stream().allMatch(r -> r.exams().isEmpty())) {
      causes.add(Finding.of("no-results"));
    }
    records.stream()
        .filter(r -> !r.language().isEmpty() && !isEnglish(r.language()))
        .map(r -> Finding.of("account-language", r.provider(), r.language()))
        .distinct()
        .forEach(causes::add);
    return causes;
  }

  private static void cause(TakenExam exam, List<Finding> causes) {
    var code =
        switch (exam.standing()) {
          case HELD -> "held";
          case PENDING -> "pending";
          case REVOKED -> "revoked";
          case DROPPED -> "dropped";
          case FINAL ->
              switch (exam.outcome()) {
                case PASSED, UNKNOWN -> "";
                case FAILED -> "failed";
                case NO_SHOW -> "no-show";
                case NDA_REFUSED -> "nda-refused";
              };
        };
    if (!code.isEmpty()) {
      causes.add(Finding.of(code, exam.examCode()));
    }
  }

  private static boolean isEnglish(String tag) {
    return Locale.forLanguageTag(tag).getLanguage().equals("en");
  }
}
