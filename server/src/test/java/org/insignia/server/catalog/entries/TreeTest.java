package org.insignia.server.catalog.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.insignia.server.catalog.entries.Tree.Kind;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.catalog.model.Requirement.CertificationHeld;
import org.insignia.server.catalog.model.Requirement.ExamPassed;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class TreeTest {
  private static final Requirement NESTED =
      Requirement.all(
          List.of(
              new ExamPassed("exam.a"),
              Requirement.atLeast(
                  2,
                  List.of(
                      new ExamPassed("exam.b"),
                      new ExamPassed("exam with spaces"),
                      Requirement.any(
                          List.of(new ExamPassed("exam.d"), new ExamPassed("exam.e"))))),
              new CertificationHeld("certification.c")));

  private static Tree sent(Tree tree) {
    var form = new LinkedMultiValueMap<String, String>();
    TreeView.nodes(tree).forEach(node -> form.add("node", node));
    return Tree.read(form);
  }

  @Test
  void comes_back_from_a_form_as_it_was() {
    assertThat(sent(Tree.of(NESTED)).requirement()).contains(NESTED);
    assertThat(sent(Tree.empty()).isEmpty()).isTrue();
  }

  @Test
  void takes_from_the_form_how_a_group_counts() {
    var form = new LinkedMultiValueMap<String, String>();
    TreeView.nodes(Tree.of(NESTED)).forEach(node -> form.add("node", node));
    form.add("op-0", "AT_LEAST");
    form.add("k-0", "2");
    form.add("op-2", "ANY");
    var read = Tree.read(form).requirement().orElseThrow();
    assertThat(read).isInstanceOf(Requirement.Combination.class);
    var top = (Requirement.Combination) read;
    assertThat(top.op()).isEqualTo(Requirement.Op.AT_LEAST);
    assertThat(top.needed()).isEqualTo(2);
    assertThat(((Requirement.Combination) top.of().get(1)).op()).isEqualTo(Requirement.Op.ANY);
  }

  @Test
  void adds_moves_and_removes() {
    var tree = Tree.empty();
    assertThat(tree.add(0, Kind.EXAM, "exam.a")).isTrue();
    assertThat(tree.add(0, Kind.ANY, "")).isTrue();
    assertThat(tree.add(2, Kind.EXAM, "exam.b")).isTrue();
    assertThat(tree.add(0, Kind.EXAM, "exam.c")).isTrue();
    assertThat(tree.add(1, Kind.EXAM, "exam.d")).as("an exam is no group").isFalse();
    assertThat(TreeView.nodes(tree))
        .containsExactly("0 ALL ", "1 EXAM exam.a", "1 ANY ", "2 EXAM exam.b", "1 EXAM exam.c");
    tree.move(4, "in");
    assertThat(TreeView.nodes(tree))
        .containsExactly("0 ALL ", "1 EXAM exam.a", "1 ANY ", "2 EXAM exam.b", "2 EXAM exam.c");
    tree.move(4, "up");
    tree.move(3, "out");
    assertThat(TreeView.nodes(tree))
        .containsExactly("0 ALL ", "1 EXAM exam.a", "1 ANY ", "2 EXAM exam.b", "1 EXAM exam.c");
    tree.move(1, "down");
    tree.move(1, "remove");
    assertThat(TreeView.nodes(tree)).containsExactly("0 ALL ", "1 EXAM exam.a", "1 EXAM exam.c");
    tree.move(0, "remove");
    tree.move(9, "up");
    tree.move(1, "up");
    assertThat(TreeView.nodes(tree)).as("cannot be").hasSize(3);
  }

  @Test
  void is_no_requirement_while_a_group_is_empty_or_asks_for_more_than_it_has() {
    var tree = Tree.empty();
    assertThat(tree.requirement()).isEmpty();
    tree.add(0, Kind.EXAM, "exam.a");
    assertThat(tree.requirement())
        .as("a group of one is that one")
        .contains(new ExamPassed("exam.a"));
    tree.add(0, Kind.AT_LEAST, "2");
    assertThat(tree.requirement()).isEmpty();
    tree.add(2, Kind.EXAM, "exam.b");
    assertThat(tree.requirement()).as("two of one").isEmpty();
    tree.add(2, Kind.EXAM, "exam.c");
    assertThat(tree.requirement()).isPresent();
  }

  @Test
  void grows_neither_too_deep_nor_too_large() {
    var tree = Tree.empty();
    int group = 0;
    while (tree.add(group, Kind.ALL, "")) {
      group++;
    }
    assertThat(group).isEqualTo(Tree.DEEPEST);
    var wide = Tree.empty();
    int parts = 1;
    while (wide.add(0, Kind.EXAM, "exam." + parts)) {
      parts++;
    }
    assertThat(parts).isEqualTo(Tree.MOST_NODES);
  }

  @Test
  void reads_nonsense_as_far_as_it_makes_sense() {
    var form = new LinkedMultiValueMap<String, String>();
    for (var node :
        List.of(
            "",
            "x",
            "1 EXAM early",
            "0 EXAM root",
            "0 ALL ",
            "9 EXAM exam.a",
            "-1 ALL ",
            "0 ANY ")) {
      form.add("node", node);
    }
    assertThat(TreeView.nodes(Tree.read(form))).containsExactly("0 ALL ", "1 EXAM exam.a");
  }
}
