package org.insignia.server.catalog.entries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.insignia.server.catalog.model.Requirement;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A requirement while it is edited: groups may be empty, counts wrong. A form carries it as a list
 * of its nodes, each before its parts, with its depth.
 */
final class Tree {
  static final int MOST_NODES = 100;
  static final int DEEPEST = 6;

  private final Node root;

  private Tree(Node root) {
    this.root = root;
  }

  /** What a node is. */
  enum Kind {
    ALL,
    ANY,
    AT_LEAST,
    EXAM,
    CERTIFICATION;

    boolean isGroup() {
      return this != EXAM && this != CERTIFICATION;
    }
  }

  /** A node with its parts. */
  static final class Node {
    private Kind kind;
    private String value;
    private final List<Node> parts = new ArrayList<>();
    private @Nullable Node above;

    private Node(Kind kind, String value) {
      this.kind = kind;
      this.value = value;
    }

    Kind kind() {
      return kind;
    }

    /** The uid of an exam or certification; of {@link Kind#AT_LEAST} how many, as typed. */
    String value() {
      return value;
    }

    List<Node> parts() {
      return parts;
    }

    private void add(Node part) {
      part.above = this;
      parts.add(part);
    }
  }

  static Tree empty() {
    return new Tree(new Node(Kind.ALL, ""));
  }

  /** A requirement; one that is a single thing becomes a group of one. */
  static Tree of(Requirement requirement) {
    Node top = node(requirement);
    if (top.kind.isGroup()) {
      return new Tree(top);
    }
    Tree tree = empty();
    tree.root.add(top);
    return tree;
  }

  private static Node node(Requirement requirement) {
    return switch (requirement) {
      case Requirement.ExamPassed exam -> new Node(Kind.EXAM, exam.uid());
      case Requirement.CertificationHeld held -> new Node(Kind.CERTIFICATION, held.uid());
      case Requirement.Combination combination -> {
        Node group =
            switch (combination.op()) {
              case ALL -> new Node(Kind.ALL, "");
              case ANY -> new Node(Kind.ANY, "");
              case AT_LEAST -> new Node(Kind.AT_LEAST, Integer.toString(combination.needed()));
            };
        combination.of().forEach(part -> group.add(node(part)));
        yield group;
      }
    };
  }

  /** The tree of a form: {@code node} as often as it has nodes, {@code op-i} and {@code k-i}. */
  static Tree read(MultiValueMap<String, String> form) {
    Tree tree = empty();
    List<String> sent = form.getOrDefault("node", List.of());
    List<Node> path = new ArrayList<>();
    for (int i = 0; i < Math.min(sent.size(), MOST_NODES); i++) {
      String[] said = sent.get(i).split(" ", 3);
      Kind kind = said.length == 3 ? kind(said[1]) : null;
      if (kind == null || !said[0].matches("\\d")) {
        continue;
      }
      Node node = new Node(kind, said[2]);
      if (kind.isGroup()) {
        Kind chosen = kind(form.getFirst("op-" + i));
        node.kind = chosen != null && chosen.isGroup() ? chosen : kind;
        String count = form.getFirst("k-" + i);
        node.value = count == null ? said[2] : count.strip();
      }
      int depth = Math.min(Integer.parseInt(said[0]), path.size());
      if (depth == 0) {
        if (path.isEmpty() && kind.isGroup()) {
          tree = new Tree(node);
          path.add(node);
        }
        continue;
      }
      path.subList(depth, path.size()).clear();
      path.get(depth - 1).add(node);
      if (kind.isGroup()) {
        path.add(node);
      }
    }
    return tree;
  }

  private static @Nullable Kind kind(@Nullable String word) {
    for (Kind kind : Kind.values()) {
      if (kind.name().equals(word)) {
        return kind;
      }
    }
    return null;
  }

  Node root() {
    return root;
  }

  /** All nodes, each before its parts. */
  List<Node> nodes() {
    List<Node> all = new ArrayList<>();
    collect(root, all);
    return all;
  }

  private static void collect(Node node, List<Node> all) {
    all.add(node);
    node.parts.forEach(part -> collect(part, all));
  }

  static int depth(Node node) {
    int depth = 0;
    for (Node above = node.above; above != null; above = above.above) {
      depth++;
    }
    return depth;
  }

  /** Whether this move is possible: {@code up}, {@code down}, {@code out}, {@code in}. */
  static boolean may(Node node, String move) {
    Node above = node.above;
    if (above == null) {
      return false;
    }
    int at = above.parts.indexOf(node);
    return switch (move) {
      case "up" -> at > 0;
      case "down" -> at < above.parts.size() - 1;
      case "out" -> above.above != null;
      case "in" ->
          at > 0 && above.parts.get(at - 1).kind.isGroup() && depth(node) + height(node) < DEEPEST;
      case "remove" -> true;
      default -> false;
    };
  }

  private static int height(Node node) {
    return node.parts.stream().mapToInt(part -> 1 + height(part)).max().orElse(0);
  }

  /** Adds an exam or certification to the group at this place; false if it is not possible. */
  boolean add(int group, Kind kind, String value) {
    List<Node> all = nodes();
    if (group < 0 || group >= all.size() || all.size() >= MOST_NODES) {
      return false;
    }
    Node into = all.get(group);
    if (!into.kind.isGroup() || depth(into) >= DEEPEST) {
      return false;
    }
    into.add(new Node(kind, value));
    return true;
  }

  /** Moves or removes the node at this place, with its parts; does nothing where that cannot be. */
  void move(int place, String how) {
    List<Node> all = nodes();
    if (place < 0 || place >= all.size() || !may(all.get(place), how)) {
      return;
    }
    Node node = all.get(place);
    Node above = node.above;
    if (above == null) {
      return;
    }
    int at = above.parts.indexOf(node);
    above.parts.remove(at);
    switch (how) {
      case "up" -> above.parts.add(at - 1, node);
      case "down" -> above.parts.add(at + 1, node);
      case "in" -> above.parts.get(at - 1).add(node);
      case "out" -> {
        Node higher = above.above;
        if (higher != null) {
          higher.parts.add(higher.parts.indexOf(above) + 1, node);
          node.above = higher;
        }
      }
      default -> {}
    }
  }

  /** Whether it is more than a page can show. */
  boolean isTooLarge() {
    return nodes().size() > MOST_NODES || height(root) > DEEPEST;
  }

  /** Whether nothing is asked for. */
  boolean isEmpty() {
    return root.parts.isEmpty();
  }

  /** The requirement, if every group has parts and asks for a number of them that there is. */
  Optional<Requirement> requirement() {
    return requirement(root);
  }

  private static Optional<Requirement> requirement(Node node) {
    if (node.kind == Kind.EXAM) {
      return Optional.of(new Requirement.ExamPassed(node.value));
    }
    if (node.kind == Kind.CERTIFICATION) {
      return Optional.of(new Requirement.CertificationHeld(node.value));
    }
    List<Requirement> parts = new ArrayList<>();
    for (Node part : node.parts) {
      Optional<Requirement> inner = requirement(part);
      if (inner.isEmpty()) {
        return Optional.empty();
      }
      parts.add(inner.get());
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    return switch (node.kind) {
      case AT_LEAST ->
          node.value.matches("\\d{1,3}")
                  && Integer.parseInt(node.value) >= 1
                  && Integer.parseInt(node.value) <= parts.size()
              ? Optional.of(Requirement.atLeast(Integer.parseInt(node.value), parts))
              : Optional.empty();
      case ANY -> Optional.of(parts.size() == 1 ? parts.getFirst() : Requirement.any(parts));
      default -> Optional.of(parts.size() == 1 ? parts.getFirst() : Requirement.all(parts));
    };
  }
}
