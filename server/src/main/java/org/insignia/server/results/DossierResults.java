package org.insignia.server.results;

import java.util.List;
import org.insignia.server.organisations.OrganisationId;

/**
 * Everything that is known of one person's exams, in the order in which they were taken. Empty
 * after a merge into another dossier.
 */
public record DossierResults(
    DossierId dossier, OrganisationId organisation, List<TakenExam> exams) {
  public DossierResults {
    exams = List.copyOf(exams);
  }
}
