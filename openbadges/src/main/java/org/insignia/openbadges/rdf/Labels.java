package org.insignia.openbadges.rdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Issues labels in order, one for each node (the specification's identifier issuer); nodes are
 * numbers.
 */
final class Labels {
  private final String prefix;
  private final Map<Integer, String> labels;
  private final List<Integer> nodes;

  Labels(String prefix) {
    this.prefix = prefix;
    this.labels = new HashMap<>();
    this.nodes = new ArrayList<>();
  }

  private Labels(Labels other) {
    this.prefix = other.prefix;
    this.labels = new HashMap<>(other.labels);
    this.nodes = new ArrayList<>(other.nodes);
  }

  Labels copy() {
    return new Labels(this);
  }

  /** The node's label, issued now if it had none. */
  String issue(int node) {
    String label = labels.get(node);
    if (label == null) {
      label = prefix + nodes.size();
      labels.put(node, label);
      nodes.add(node);
    }
    return label;
  }

  @Nullable String find(int node) {
    return labels.get(node);
  }

  /** The label of a node that has one. */
  String of(int node) {
    String label = labels.get(node);
    if (label == null) {
      throw new IllegalStateException("node " + node + " has no label");
    }
    return label;
  }

  boolean has(int node) {
    return labels.containsKey(node);
  }

  /** The nodes with a label, in the order of issue. */
  List<Integer> nodes() {
    return nodes;
  }

  /** Takes back every label issued after the first {@code count}. */
  void shrinkTo(int count) {
    while (nodes.size() > count) {
      labels.remove(nodes.removeLast());
    }
  }
}
