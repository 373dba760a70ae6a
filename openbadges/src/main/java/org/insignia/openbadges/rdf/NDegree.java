package org.insignia.openbadges.rdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.insignia.openbadges.rdf.BlankNodeGraph.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Gives every blank node its canonical label: by its first-degree hash where that is unique, else
 * by Hash N-Degree Quads.
 */
final class NDegree {
  private static final byte[][] POSITIONS = {{'s'}, {'o'}, {'g'}};

  private final BlankNodeGraph graph;
  private final WorkBudget budget;
  private final Labels canonical = new Labels("c14n");

  /** What the n-degree step gives for one node: its hash, and the labels issued on the way. */
  record Result(String hash, Labels labels) {}

  NDegree(BlankNodeGraph graph, WorkBudget budget) {
    this.graph = graph;
    this.budget = budget;
  }

  Labels canonicalLabels() {
    TreeMap<String, List<Integer>> byHash = Rdfc10.byHash(graph);
    byHash.values().stream()
        .filter(nodes -> nodes.size() == 1)
        .forEach(nodes -> canonical.issue(nodes.getFirst()));
    byHash.values().stream().filter(nodes -> nodes.size() > 1).forEach(this::labelAlike);
    return canonical;
  }

  private void labelAlike(List<Integer> nodes) {
    List<Result> results = new ArrayList<>();
    for (int node : nodes) {
      if (!canonical.has(node)) {
        var temporary = new Labels("b");
        temporary.issue(node);
        results.add(hash(node, temporary, 0));
      }
    }
    results.sort(Comparator.comparing(Result::hash));
    for (Result result : results) {
      result.labels().nodes().forEach(canonical::issue);
    }
  }

  /**
   * Hash N-Degree Quads.
   *
   * @param labels labels issued on the way here; not changed
   */
  Result hash(int node, Labels labels, int depth) {
    budget.spend();
    budget.checkDepth(depth);
    var dataToHash = new StringBuilder();
    Labels current = labels;
    for (Map.Entry<String, List<Integer>> related : relatedByHash(node, labels).entrySet()) {
      var search = new PathSearch(this, related.getValue(), current, depth);
      search.run();
      dataToHash.append(related.getKey()).append(search.path());
      current = search.labels();
    }
    return new Result(graph.hash(ascii(dataToHash.toString())), current);
  }

  /** The hash-to-related-blank-nodes map; a node met twice at one position is in its list twice. */
  private TreeMap<String, List<Integer>> relatedByHash(int node, Labels labels) {
    var byHash = new TreeMap<String, List<Integer>>();
    for (Statement statement : graph.mentions(node)) {
      for (byte[] position : POSITIONS) {
        int related = statement.node((char) position[0]);
        if (related >= 0 && related != node) {
          budget.spend();
          String hash = relatedHash(related, statement, labels, position);
          byHash.computeIfAbsent(hash, h -> new ArrayList<>(2)).add(related);
        }
      }
    }
    return byHash;
  }

  private String relatedHash(int related, Statement statement, Labels labels, byte[] position) {
    String label = labelOf(related, labels);
    byte[] name = ascii(label == null ? graph.firstDegreeHash(related) : "_:" + label);
    if (position[0] == 'g') {
      return graph.hash(position, name);
    }
    byte[] predicate = statement.predicateText();
    // Without the space that follows a predicate in a line.
    return graph.hash(position, Arrays.copyOf(predicate, predicate.length - 1), name);
  }

  private @Nullable String labelOf(int node, Labels labels) {
    String label = canonical.find(node);
    return label == null ? labels.find(node) : label;
  }

  Labels canonical() {
    return canonical;
  }

  WorkBudget budget() {
    return budget;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
