package org.insignia.openbadges.rdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.insignia.openbadges.json.Bytes;

/**
 * RDF Dataset Canonicalization: the same bytes for every dataset that says the same, whatever its
 * blank nodes are called and however its statements are ordered.
 *
 * <p>The map from hashes to related blank nodes keeps repetitions, as the implementations do that
 * most credentials come from; docs/spec-divergences.md says why that matters.
 *
 * @see <a href="https://www.w3.org/TR/2024/REC-rdf-canon-20240521/#canon-algorithm">RDFC-1.0</a>
 */
public final class Rdfc10 {
  private Rdfc10() {}

  /**
   * The canonical N-Quads, sorted, with SHA-256 as the inner hash.
   *
   * @throws OverBudget where the graph needs more work than allowed
   */
  public static Bytes canonicalize(Dataset dataset, WorkBudget budget) {
    return canonicalize(dataset, HashName.SHA256, budget).nquads();
  }

  /**
   * As {@link #canonicalize(Dataset, WorkBudget)}, with the labels that were given.
   *
   * @throws OverBudget where the graph needs more work than allowed
   */
  public static CanonicalDataset canonicalize(Dataset dataset, HashName hash, WorkBudget budget) {
    var graph = new BlankNodeGraph(dataset.quads(), hash);
    Labels labels = new NDegree(graph, budget).canonicalLabels();
    SequencedMap<String, String> issued = new LinkedHashMap<>();
    for (int node : labels.nodes()) {
      issued.put(graph.inputLabel(node), labels.of(node));
    }
    return new CanonicalDataset(graph.sortedLines(labels), issued);
  }

  /** Nodes by first-degree hash, hashes sorted. */
  static TreeMap<String, List<Integer>> byHash(BlankNodeGraph graph) {
    var byHash = new TreeMap<String, List<Integer>>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      byHash.computeIfAbsent(graph.firstDegreeHash(node), h -> new ArrayList<>(1)).add(node);
    }
    return byHash;
  }
}
