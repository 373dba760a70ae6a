package org.insignia.server.catalog.source;

import java.util.ArrayList;
import java.util.List;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.catalog.source.SourceProblem.Reason;
import tools.jackson.databind.JsonNode;

/** Reads {@code {exam}}, {@code {certification}} and {@code {op, k, of}} trees. */
public final class RequirementTree {
  private static final int DEEPEST = 12;
  private static final int MOST_NODES = 500;

  private int nodes;

  private RequirementTree() {}

  static Requirement read(JsonNode node) {
    return new RequirementTree().tree(node, 1);
  }

  /**
   * Reads a tree that this product wrote.
   *
   * @throws IllegalStateException if it is not one
   */
  public static Requirement stored(JsonNode node) {
    try {
      return read(node);
    } catch (Unusable e) {
      throw new IllegalStateException("stored requirement", e);
    }
  }

  private Requirement tree(JsonNode node, int depth) {
    if (depth > DEEPEST || ++nodes > MOST_NODES) {
      throw new Unusable(Reason.WRONG_REQUIREMENT, "deeper than 12 or more than 500 parts");
    }
    if (!node.isObject()) {
      throw new Unusable(Reason.WRONG_REQUIREMENT, "expected an object: " + node.getNodeType());
    }
    boolean exam = node.path("exam").isString();
    boolean certification = node.path("certification").isString();
    boolean op = node.path("op").isString();
    if ((exam ? 1 : 0) + (certification ? 1 : 0) + (op ? 1 : 0) != 1) {
      throw new Unusable(
          Reason.WRONG_REQUIREMENT,
          "expected one of exam, certification, op: " + node.propertyNames());
    }
    if (exam) {
      return new Requirement.ExamPassed(node.get("exam").asString().strip());
    }
    return certification
        ? new Requirement.CertificationHeld(node.get("certification").asString().strip())
        : combination(node, depth);
  }

  private Requirement combination(JsonNode node, int depth) {
    JsonNode of = node.path("of");
    if (!of.isArray() || of.isEmpty()) {
      throw new Unusable(Reason.WRONG_REQUIREMENT, "of: expected parts");
    }
    List<Requirement> parts = new ArrayList<>();
    for (JsonNode part : of.values()) {
      parts.add(tree(part, depth + 1));
    }
    String op = node.get("op").asString();
    return switch (op) {
      case "all" -> Requirement.all(parts);
      case "any" -> Requirement.any(parts);
      case "atLeast" -> Requirement.atLeast(needed(node, parts.size()), parts);
      default -> throw new Unusable(Reason.WRONG_REQUIREMENT, "op: " + op);
    };
  }

  private static int needed(JsonNode node, int parts) {
    JsonNode k = node.path("k");
    if (!k.isIntegralNumber() || !k.canConvertToInt() || k.asInt() < 1 || k.asInt() > parts) {
      throw new Unusable(Reason.WRONG_REQUIREMENT, "k: " + k + " of " + parts);
    }
    return k.asInt();
  }
}
