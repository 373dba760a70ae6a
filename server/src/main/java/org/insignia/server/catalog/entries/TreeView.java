package org.insignia.server.catalog.entries;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.insignia.server.catalog.entries.CertificationPage.Group;
import org.insignia.server.catalog.entries.CertificationPage.Twig;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.wording.RequirementSentences;
import org.insignia.server.platform.i18n.Language;
import org.springframework.stereotype.Component;

/** Shows a tree that is edited: node by node, and as a sentence. */
@Component
final class TreeView {
  private static final List<String> MOVES = List.of("up", "down", "in", "out", "remove");

  private final RequirementSentences sentences;

  TreeView(RequirementSentences sentences) {
    this.sentences = sentences;
  }

  Twig twig(Tree tree, CatalogVersion catalog) {
    return twig(tree.root(), "", new int[] {0}, catalog);
  }

  private static Twig twig(Tree.Node node, String name, int[] next, CatalogVersion catalog) {
    int place = next[0]++;
    var parts = new ArrayList<Twig>();
    for (int i = 0; i < node.parts().size(); i++) {
      var inner = (name.isEmpty() ? "" : name + ".") + (i + 1);
      parts.add(twig(node.parts().get(i), inner, next, catalog));
    }
    return new Twig(
        place,
        node.kind().name(),
        name,
        node.kind().isGroup() ? "" : label(node, catalog),
        node.value(),
        MOVES.stream().filter(move -> Tree.may(node, move)).toList(),
        parts);
  }

  private static String label(Tree.Node node, CatalogVersion catalog) {
    return (node.kind() == Tree.Kind.EXAM
            ? catalog.exam(node.value()).map(Exam::label)
            : catalog.certification(node.value()).map(Certification::title))
        .orElse(node.value());
  }

  /** Groups that something can be added to, the whole first. */
  List<Group> groups(Twig twig) {
    return groupsIn(twig).toList();
  }

  private static Stream<Group> groupsIn(Twig twig) {
    return twig.isGroup()
        ? Stream.concat(
            Stream.of(new Group(twig.place(), twig.name(), "entries.tree." + twig.kind())),
            twig.parts().stream().flatMap(TreeView::groupsIn))
        : Stream.empty();
  }

  /** The tree as a form carries it. */
  static List<String> nodes(Tree tree) {
    return tree.nodes().stream()
        .map(node -> Tree.depth(node) + " " + node.kind().name() + " " + node.value())
        .toList();
  }

  /** As a sentence in each language; empty where the tree is not whole. */
  Map<Language, String> sentences(Tree tree, Certification like, CatalogVersion catalog) {
    Map<Language, String> all = new EnumMap<>(Language.class);
    tree.requirement()
        .ifPresent(requires -> {
          var whole = like.requiring(requires, Certification.Basis.STATED);
          Language.all()
              .forEach(language -> all.put(language, sentences.of(whole, catalog, language)));
        });
    return all;
  }
}
