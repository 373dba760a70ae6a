package org.insignia.server.api.me.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.insignia.server.eligibility.Explanation;
import org.insignia.server.transcripts.record.UnderWay;
import org.jspecify.annotations.Nullable;

/**
 * A certification that was begun and is not held.
 *
 * @param outlook {@code open}, {@code ended} or {@code completed-too-late}
 * @param passed how many of the parts that are needed hold, on the shortest way
 * @param needed how many are needed on that way
 * @param missing what is still to be passed, in words; empty where nothing is
 * @param lastDay the last day on which it can be completed
 * @param required all that is required, as a tree
 */
record UnderWayJson(
    CertificationJson.Issuer issuer,
    String uid,
    String title,
    String outlook,
    int passed,
    int needed,
    String missing,
    @Nullable LocalDate lastDay,
    Part required) {

  /**
   * One part of what is required.
   *
   * @param shape {@code exam}, {@code certification}, or a combination: {@code all}, {@code any},
   *     {@code at-least}
   * @param uid of the exam or certification; empty for a combination
   * @param needed how many parts of a combination are needed; 1 for others
   * @param held how many of them hold
   * @param since when it was met
   * @param notes why it holds or not
   */
  record Part(
      String shape,
      String uid,
      String title,
      boolean holds,
      int needed,
      int held,
      @Nullable Instant since,
      List<Note> notes,
      List<Part> parts) {
    Part {
      notes = List.copyOf(notes);
      parts = List.copyOf(parts);
    }

    static Part of(Explanation.Node node) {
      return new Part(
          CertificationJson.word(node.shape()),
          node.uid(),
          node.label(),
          node.holds(),
          node.needed(),
          node.held(),
          node.since(),
          node.notes().stream()
              .map(n -> new Note(CertificationJson.word(n.reason()), n.at(), n.day()))
              .toList(),
          node.parts().stream().map(Part::of).toList());
    }
  }

  /**
   * A reason.
   *
   * @param at when the result was taken that it is about
   * @param day the exam's last day, where that is the reason
   */
  record Note(String reason, @Nullable Instant at, @Nullable LocalDate day) {}

  static UnderWayJson of(UnderWay one, CertificationJson.Issuer issuer) {
    return new UnderWayJson(
        issuer,
        one.uid(),
        one.title(),
        CertificationJson.word(one.outlook()),
        one.passed(),
        one.needed(),
        one.missing(),
        one.lastDay(),
        Part.of(one.tree()));
  }
}
