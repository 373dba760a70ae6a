package org.insignia.openbadges.rdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.rdf.Term.BlankNode;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a dataset, ready to be written again and again under other labels, and the
 * blank nodes as numbers with the statements that mention them.
 */
final class BlankNodeGraph {
  private static final byte[] SELF = {'_', ':', 'a', ' '};
  private static final byte[] OTHER = {'_', ':', 'z', ' '};
  private static final byte[] END = {'.', '\n'};
  private static final byte[] NO_GRAPH = {};

  private final List<Statement> statements = new ArrayList<>();
  private final List<String> inputLabels = new ArrayList<>();
  private final List<List<Statement>> mentions = new ArrayList<>();
  private final MessageDigest digest;
  private final @Nullable String[] firstDegree;

  /** One position of a statement: either fixed bytes with a space, or the number of a node. */
  private record Part(byte @Nullable [] text, int node) {}

  /**
   * A statement cut into its positions.
   *
   * @param predicate the predicate in angle brackets, which hashes of related nodes need
   */
  static final class Statement {
    private final Part subject;
    private final Part predicate;
    private final Part object;
    private final Part graph;

    private Statement(Part subject, Part predicate, Part object, Part graph) {
      this.subject = subject;
      this.predicate = predicate;
      this.object = object;
      this.graph = graph;
    }

    /** Number of the node in a position ({@code s}, {@code o}, {@code g}), or -1. */
    int node(char position) {
      return switch (position) {
        case 's' -> subject.node;
        case 'o' -> object.node;
        default -> graph.node;
      };
    }

    /** The predicate in angle brackets and a space. */
    byte[] predicateText() {
      return predicate.text == null ? NO_GRAPH : predicate.text;
    }
  }

  BlankNodeGraph(List<Quad> quads, HashName hash) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (Quad quad : quads) {
      var statement =
          new Statement(
              part(quad.subject(), numbers),
              part(quad.predicate(), numbers),
              part(quad.object(), numbers),
              quad.graph() == null ? new Part(NO_GRAPH, -1) : part(quad.graph(), numbers));
      statements.add(statement);
      mention(statement.subject.node, statement);
      mention(statement.object.node, statement);
      mention(statement.graph.node, statement);
    }
    digest = hash.digest();
    firstDegree = new String[inputLabels.size()];
  }

  private Part part(Term term, Map<String, Integer> numbers) {
    if (term instanceof BlankNode blank) {
      int node = numbers.computeIfAbsent(blank.label(), label -> numbers.size());
      if (node == inputLabels.size()) {
        inputLabels.add(blank.label());
        mentions.add(new ArrayList<>());
      }
      return new Part(null, node);
    }
    return new Part((NQuads.text(term) + ' ').getBytes(StandardCharsets.UTF_8), -1);
  }

  private void mention(int node, Statement statement) {
    // A statement that holds the node twice is still one mention.
    if (node >= 0 && (mentions.get(node).isEmpty() || mentions.get(node).getLast() != statement)) {
      mentions.get(node).add(statement);
    }
  }

  int nodeCount() {
    return inputLabels.size();
  }

  String inputLabel(int node) {
    return inputLabels.get(node);
  }

  List<Statement> mentions(int node) {
    return mentions.get(node);
  }

  /** Hash First Degree Quads, in hexadecimal. */
  String firstDegreeHash(int node) {
    String known = firstDegree[node];
    if (known == null) {
      List<Statement> about = mentions.get(node);
      byte[][] lines = new byte[about.size()][];
      for (int i = 0; i < lines.length; i++) {
        lines[i] = line(about.get(i), node);
      }
      Arrays.sort(lines, Arrays::compareUnsigned);
      for (byte[] line : lines) {
        digest.update(line);
      }
      known = HexFormat.of().formatHex(digest.digest());
      firstDegree[node] = known;
    }
    return known;
  }

  /** The hash of these bytes, in hexadecimal. */
  String hash(byte[]... parts) {
    for (byte[] part : parts) {
      digest.update(part);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] line(Statement statement, int self) {
    return join(
        masked(statement.subject, self),
        masked(statement.predicate, self),
        masked(statement.object, self),
        masked(statement.graph, self));
  }

  private static byte[] masked(Part part, int self) {
    return part.text != null ? part.text : part.node == self ? SELF : OTHER;
  }

  /** All statements under these labels, in code point order. */
  List<Bytes> sortedLines(Labels labels) {
    byte[][] text = new byte[inputLabels.size()][];
    for (int node = 0; node < text.length; node++) {
      text[node] = ("_:" + labels.of(node) + " ").getBytes(StandardCharsets.US_ASCII);
    }
    byte[][] lines = new byte[statements.size()][];
    for (int i = 0; i < lines.length; i++) {
      Statement s = statements.get(i);
      lines[i] =
          join(
              labelled(s.subject, text),
              labelled(s.predicate, text),
              labelled(s.object, text),
              labelled(s.graph, text));
    }
    // UTF-8 sorts like the code points it encodes, which Java's strings do not.
    Arrays.sort(lines, Arrays::compareUnsigned);
    return Arrays.stream(lines).map(Bytes::wrap).toList();
  }

  private static byte[] labelled(Part part, byte[][] text) {
    return part.text != null ? part.text : text[part.node];
  }

  private static byte[] join(byte[] s, byte[] p, byte[] o, byte[] g) {
    byte[] line = new byte[s.length + p.length + o.length + g.length + END.length];
    System.arraycopy(s, 0, line, 0, s.length);
    System.arraycopy(p, 0, line, s.length, p.length);
    System.arraycopy(o, 0, line, s.length + p.length, o.length);
    System.arraycopy(g, 0, line, s.length + p.length + o.length, g.length);
    System.arraycopy(END, 0, line, line.length - END.length, END.length);
    return line;
  }
}
