package org.insignia.openbadges.rdf;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the smallest path through a list of related nodes (steps 5.2 to 5.6 of Hash N-Degree
 * Quads). Orders are built node by node and left as soon as they are greater than the best one, so
 * that repetitions in the list, which make most orders equal, cost nothing.
 */
final class PathSearch {
  private final NDegree degrees;
  private final int depth;
  private final Labels start;

  /** The distinct nodes still to be placed, with their number of repetitions. */
  private final int[] nodes;

  private final int[] left;
  private final int total;

  private @Nullable String bestPath;
  private @Nullable Labels bestLabels;

  PathSearch(NDegree degrees, List<Integer> related, Labels start, int depth) {
    var counts = new TreeMap<Integer, Integer>();
    related.forEach(node -> counts.merge(node, 1, Integer::sum));
    this.degrees = degrees;
    this.start = start;
    this.depth = depth;
    this.nodes = counts.keySet().stream().mapToInt(n -> n).toArray();
    this.left = counts.values().stream().mapToInt(n -> n).toArray();
    this.total = related.size();
  }

  void run() {
    if (nodes.length == 1) {
      runWithoutChoice();
    } else {
      degrees.budget().checkDepth(total);
      place(0, new StringBuilder(), start.copy(), new ArrayList<>());
    }
  }

  private void runWithoutChoice() {
    var path = new StringBuilder();
    var recursion = new ArrayList<Integer>();
    Labels labels = start.copy();
    for (int i = 0; i < total; i++) {
      degrees.budget().spend();
      append(nodes[0], path, labels, recursion);
    }
    recurse(path, labels, recursion);
  }

  String path() {
    return bestPath == null ? "" : bestPath;
  }

  Labels labels() {
    return bestLabels == null ? start : bestLabels;
  }

  /** Tries every node that is left as the next one; undoes what it did. */
  private void place(int placed, StringBuilder path, Labels labels, List<Integer> recursion) {
    if (placed == total) {
      recurse(new StringBuilder(path), labels.copy(), recursion);
      return;
    }
    for (int i = 0; i < nodes.length; i++) {
      if (left[i] > 0) {
        degrees.budget().spend();
        int pathLength = path.length();
        int issued = labels.nodes().size();
        int pending = recursion.size();
        left[i]--;
        append(nodes[i], path, labels, recursion);
        if (!isWorse(path)) {
          place(placed + 1, path, labels, recursion);
        }
        left[i]++;
        path.setLength(pathLength);
        labels.shrinkTo(issued);
        recursion.subList(pending, recursion.size()).clear();
      }
    }
  }

  private void append(int node, StringBuilder path, Labels labels, List<Integer> recursion) {
    String label = degrees.canonical().find(node);
    if (label == null) {
      if (!labels.has(node)) {
        recursion.add(node);
      }
      label = labels.issue(node);
    }
    path.append("_:").append(label);
  }

  /** Appends what lies behind each node seen for the first time, and keeps the path if smallest. */
  private void recurse(StringBuilder path, Labels labels, List<Integer> recursion) {
    Labels current = labels;
    for (int node : recursion) {
      NDegree.Result result = degrees.hash(node, current, depth + 1);
      path.append("_:").append(current.issue(node)).append('<').append(result.hash()).append('>');
      current = result.labels();
      if (isWorse(path)) {
        return;
      }
    }
    String found = path.toString();
    if (bestPath == null || found.compareTo(bestPath) < 0) {
      bestPath = found;
      bestLabels = current;
    }
  }

  /** Whether nothing appended can make this path smaller than the best. */
  private boolean isWorse(StringBuilder path) {
    String best = bestPath;
    if (best == null) {
      return false;
    }
    int common = Math.min(path.length(), best.length());
    for (int i = 0; i < common; i++) {
      if (path.charAt(i) != best.charAt(i)) {
        return path.charAt(i) > best.charAt(i);
      }
    }
    return path.length() > best.length();
  }
}
