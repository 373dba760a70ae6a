package org.insignia.server.results;

import java.util.List;
import java.util.Optional;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.mail.EmailAddress;

/**
 * A candidate record with everything that helps to tell whether it is somebody.
 *
 * @param number the provider's id
 * @param issuerNumber the organisation's own id of the person; this and the next three are empty
 *     where unknown
 * @param person the account that the candidate's dossier belongs to
 */
public record CandidateView(
    CandidateId id,
    DossierId dossier,
    ProviderId provider,
    String number,
    String issuerNumber,
    String givenName,
    String familyName,
    String birthMonth,
    String language,
    Optional<EmailAddress> email,
    Optional<PersonId> person,
    List<TakenExam> exams) {
  public CandidateView {
    exams = List.copyOf(exams);
  }

  /** The whole name as the provider has it. */
  public String name() {
    return Holder.wholeName(givenName, familyName);
  }
}
