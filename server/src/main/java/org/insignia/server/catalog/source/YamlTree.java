package org.insignia.server.catalog.source;

import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insignia.server.catalog.source.SourceProblem.Reason;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * YAML as a tree in which every scalar is a text: no type is guessed, no class is made, and aliases
 * cannot make it larger than the budget.
 */
final class YamlTree {
  private static final int MOST_NODES = 20_000;
  private static final int DEEPEST = 30;

  private static final Pattern TAB = Pattern.compile("(?m)^ *\\t|\\t[ \\t]*\\r?$");

  private final JsonNodeFactory make = JsonNodeFactory.instance;
  private int nodes;

  private YamlTree() {}

  /** What is wrong with a page and where. */
  static final class NotYaml extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    NotYaml(int line, String message, Throwable cause) {
      super(message, cause);
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  static JsonNode read(String text) throws NotYaml {
    refuseTabs(text);
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(4 << 20);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(20);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        throw new NotYaml(1, "empty", new YAMLException("empty"));
      }
      return new YamlTree().tree(root, 1);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new NotYaml(line, e.getProblem() == null ? "" : e.getProblem(), e);
    } catch (YAMLException e) {
      throw new NotYaml(0, e.getMessage() == null ? "" : e.getMessage(), e);
    }
  }

  /**
   * A TAB indents nothing and ends no line: readers differ over it, so that nobody may rely on one.
   */
  private static void refuseTabs(String text) throws NotYaml {
    Matcher tab = TAB.matcher(text);
    if (tab.find()) {
      int line = 1 + (int) text.substring(0, tab.start()).chars().filter(c -> c == '\n').count();
      throw new NotYaml(line, "TAB between tokens", new YAMLException("TAB"));
    }
  }

  private JsonNode tree(Node node, int depth) {
    if (++nodes > MOST_NODES || depth > DEEPEST) {
      throw new Unusable(Reason.TOO_LARGE, "more than " + MOST_NODES + " YAML nodes");
    }
    return switch (node) {
      case ScalarNode scalar -> make.stringNode(scalar.getValue());
      case SequenceNode sequence -> {
        ArrayNode array = make.arrayNode();
        for (Node item : sequence.getValue()) {
          array.add(tree(item, depth + 1));
        }
        yield array;
      }
      case MappingNode mapping -> object(mapping, depth);
      default -> throw new Unusable(Reason.NOT_YAML, "unexpected " + node.getNodeId());
    };
  }

  private ObjectNode object(MappingNode mapping, int depth) {
    ObjectNode object = make.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new Unusable(Reason.NOT_YAML, "a key that is no text");
      }
      if (object.has(key.getValue())) {
        throw new Unusable(Reason.NOT_YAML, "key twice: " + key.getValue());
      }
      object.set(key.getValue(), tree(tuple.getValueNode(), depth + 1));
    }
    return object;
  }
}
