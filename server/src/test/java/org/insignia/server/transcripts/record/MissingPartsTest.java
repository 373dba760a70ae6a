package org.insignia.server.transcripts.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.insignia.server.eligibility.Explanation.Node;
import org.insignia.server.eligibility.Explanation.Note;
import org.insignia.server.eligibility.Explanation.Reason;
import org.insignia.server.eligibility.Explanation.Shape;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.junit.jupiter.api.Test;

class MissingPartsTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
  private static final Texts TEXTS = new Texts();

  @Test
  void names_what_is_missing_and_leaves_out_what_is_passed() {
    Node tree = all(exam("A", true), exam("B", false), exam("C", false));
    assertThat(said(tree)).isEqualTo("B and C");
    assertThat(said(tree, Language.ZH_CN)).isEqualTo("B和C");
    assertThat(Progress.of(tree)).isEqualTo(new Progress(1, 3));
  }

  @Test
  void alternatives_are_told_as_such_and_kept_apart_by_brackets() {
    Node tree =
        all(exam("A", false), any(exam("B", false), all(exam("C", false), exam("D", false))));
    assertThat(said(tree)).isEqualTo("A and (B or (C and D))");
    assertThat(said(tree, Language.IT)).isEqualTo("A e (B o (C e D))");
    assertThat(Progress.of(tree)).as("the shortest way").isEqualTo(new Progress(0, 2));
  }

  @Test
  void of_several_that_count_it_says_how_many_more() {
    assertThat(
            said(atLeast(3, exam("A", true), exam("B", false), exam("C", false), exam("D", false))))
        .isEqualTo("2 of these: B, C, and D");
    assertThat(said(atLeast(2, exam("A", true), exam("B", false), exam("C", false))))
        .isEqualTo("B or C");
  }

  @Test
  void an_alternative_that_ended_is_not_offered_while_there_is_another() {
    Node ended = ended("A");
    assertThat(said(any(ended, exam("B", false)))).isEqualTo("B");
    assertThat(said(any(ended, ended("B")))).as("nothing else to say").isEqualTo("A or B");
    assertThat(Progress.isPossible(any(ended, exam("B", false)), TODAY)).isTrue();
    assertThat(Progress.isPossible(all(ended, exam("B", false)), TODAY)).isFalse();
  }

  @Test
  void a_certification_is_called_one_and_nothing_is_said_where_nothing_is_missing() {
    Node held =
        new Node(Shape.CERTIFICATION, "c", "Pilot", false, 1, 0, null, List.of(), List.of());
    assertThat(said(all(held, exam("A", true)))).isEqualTo("the certification Pilot");
    assertThat(said(all(exam("A", true)))).isEmpty();
  }

  private static String said(Node node) {
    return said(node, Language.EN);
  }

  private static String said(Node node, Language language) {
    return new MissingParts(TEXTS, language, TODAY).of(node);
  }

  private static Node exam(String label, boolean holds) {
    return new Node(Shape.EXAM, label, label, holds, 1, holds ? 1 : 0, null, List.of(), List.of());
  }

  private static Node ended(String label) {
    var note = new Note(Reason.RETIRED, null, null, TODAY.minusDays(1));
    return new Node(Shape.EXAM, label, label, false, 1, 0, null, List.of(note), List.of());
  }

  private static Node all(Node... parts) {
    return node(Shape.ALL, parts.length, parts);
  }

  private static Node any(Node... parts) {
    return node(Shape.ANY, 1, parts);
  }

  private static Node atLeast(int needed, Node... parts) {
    return node(Shape.AT_LEAST, needed, parts);
  }

  private static Node node(Shape shape, int needed, Node... parts) {
    int held = (int) Arrays.stream(parts).filter(Node::holds).count();
    return new Node(shape, "", "", held >= needed, needed, held, null, List.of(), List.of(parts));
  }
}
