package org.insignia.openbadges.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.rdf.Quad;
import org.insignia.openbadges.rdf.Term;
import org.insignia.openbadges.rdf.Term.BlankNode;
import org.insignia.openbadges.rdf.Term.Iri;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cells of lists again: they are blank nodes that no object of the document stands for,
 * so a part read by itself has its own. From a node that is known, each step to an unknown one is
 * followed in the whole document too.
 */
final class Alignment {
  /** Starts the label of a blank node that only the part has. */
  static final String PART = "part-";

  private record Step(Term subject, Iri predicate, @Nullable Term graph) {}

  private final Map<Step, Set<String>> whole = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();

  Alignment(List<Quad> wholeQuads, List<Quad> partQuads) {
    for (Quad quad : wholeQuads) {
      if (quad.object() instanceof BlankNode node) {
        whole.computeIfAbsent(step(quad), s -> new HashSet<>()).add(node.label());
      }
    }
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Quad quad : partQuads) moved |= follow(quad);
    }
  }

  /** The term as the whole document has it. */
  Term of(Term term) {
    Term known = known(term);
    if (known == null) {
      throw new MalformedCredential("", "a part that cannot be told apart from another");
    }
    return known;
  }

  private boolean follow(Quad quad) {
    if (!(quad.object() instanceof BlankNode unknown)
        || !unknown.label().startsWith(PART)
        || labels.containsKey(unknown.label())) {
      return false;
    }
    Term subject = known(quad.subject());
    Term graph = quad.graph() == null ? null : known(quad.graph());
    if (subject == null || (quad.graph() != null && graph == null)) return false;
    Set<String> candidates =
        whole.getOrDefault(new Step(subject, quad.predicate(), graph), Set.of());
    if (candidates.size() != 1) return false;
    labels.put(unknown.label(), candidates.iterator().next());
    return true;
  }

  private @Nullable Term known(Term term) {
    if (!(term instanceof BlankNode node) || !node.label().startsWith(PART)) return term;
    String label = labels.get(node.label());
    return label == null ? null : new BlankNode(label);
  }

  private static Step step(Quad quad) {
    return new Step(quad.subject(), quad.predicate(), quad.graph());
  }
}
