package org.insignia.server.support.help;

import java.util.List;

/**
 * Which exams of an organisation give a badge.
 *
 * @param own exams with a badge of their own, on the way to a certification
 * @param instead exams that give a certification at once, whose badge comes in their place
 * @param none exams without a badge
 */
public record ExamsPage(
    String slug,
    String organisation,
    List<Row> certifications,
    List<Row> own,
    List<Row> instead,
    List<Row> none) {
  public ExamsPage {
    certifications = List.copyOf(certifications);
    own = List.copyOf(own);
    instead = List.copyOf(instead);
    none = List.copyOf(none);
  }

  /**
   * An exam or certification.
   *
   * @param path its public page; empty where it has none
   * @param note what is to be known of it; empty: nothing
   */
  public record Row(String path, String title, String note) {}
}
