package org.insignia.server.catalog.model;

import java.util.List;

/**
 * An assessment that extends a certification before it expires.
 *
 * @param exams numbers of the exams that once gave the certification
 */
public record Renewal(String uid, String certificationUid, int minutes, List<String> exams)
    implements Entry {
  public Renewal {
    exams = List.copyOf(exams);
  }
}
