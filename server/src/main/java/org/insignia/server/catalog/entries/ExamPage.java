package org.insignia.server.catalog.entries;

import org.insignia.server.catalog.staff.Faults;

/**
 * The form in which an exam is made or changed.
 *
 * @param uid of the exam; empty where it is made now
 * @param back where one leaves it
 */
public record ExamPage(
    String slug, String organisation, String uid, String back, ExamForm form, Faults faults) {
  /** Where the form is sent. */
  public String path() {
    return "/console/" + slug + "/catalogue/exam";
  }
}
