package org.insignia.openbadges.issue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The canonical N-Quads of a template. The values decide the hashes of the blank nodes that they
 * stand beside, these decide the labels, and the labels move lines: so the hashes that may differ
 * are made anew for every credential, and everything is put in order again, but nothing else is.
 *
 * <p>Right only while all first-degree hashes differ, because then RDFC-1.0 ends before its
 * n-degree step; checked every time.
 */
final class StatementTemplate {
  /** Between a label and an IRI; only to make room in time. */
  private static final int USUAL_SLOT = 24;

  private final List<Node> nodes;
  private final List<Subject> named;

  /** Numbers of labels in the order in which the labels sort: 0, 1, 10, 11, 2 … */
  private final int[] labelOrder;

  private final byte[][] labels;
  private final int usualSize;

  /**
   * A blank node.
   *
   * @param fixedHash its first-degree hash where no value touches it, else an empty array
   * @param mentions the statements about it, masked for hashing, where values touch it
   * @param lines the statements with it as subject
   */
  record Node(byte[] fixedHash, List<ByteText> mentions, Subject lines) {}

  /**
   * All statements with one subject, in runs of one predicate.
   *
   * @param name the subject as text, to sort subjects by; empty for blank nodes
   */
  record Subject(ByteText name, List<Run> runs) {
    int usualSize() {
      return runs.stream()
          .flatMap(run -> run.lines().stream())
          .mapToInt(line -> line.fixedLength() + line.slotCount() * USUAL_SLOT)
          .sum();
    }
  }

  /**
   * Lines whose order among each other may depend on values and labels; a run that is in order
   * whatever happens is one text.
   */
  record Run(List<ByteText> lines) {}

  StatementTemplate(List<Node> nodes, List<Subject> named) {
    this.nodes = List.copyOf(nodes);
    this.named = List.copyOf(named);
    this.usualSize =
        named.stream().mapToInt(Subject::usualSize).sum()
            + nodes.stream().mapToInt(node -> node.lines().usualSize()).sum();
    this.labels = new byte[nodes.size()][];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = ("_:c14n" + i).getBytes(StandardCharsets.US_ASCII);
    }
    this.labelOrder =
        IntStream.range(0, labels.length)
            .boxed()
            .sorted(Comparator.comparing(String::valueOf))
            .mapToInt(label -> label)
            .toArray();
  }

  /** About as many bytes as a canonical form has. */
  int usualSize() {
    return usualSize;
  }

  int nodeCount() {
    return nodes.size();
  }

  /** Appends the canonical form; false where this needs the general way and nothing is of use. */
  boolean write(ByteSink out, SlotContents contents, MessageDigest digest) {
    byte[][] hashes = new byte[nodes.size()][];
    int[] byRank = new int[nodes.size()];
    for (int i = 0; i < byRank.length; i++) {
      hashes[i] = hash(nodes.get(i), contents, digest);
      if (!insert(byRank, hashes, i)) {
        return false;
      }
    }
    for (int rank = 0; rank < byRank.length; rank++) {
      contents.setLabel(byRank[rank], labels[rank]);
    }
    if (!writeNamed(out, contents)) {
      return false;
    }
    for (int label : labelOrder) {
      if (!write(out, nodes.get(byRank[label]).lines(), contents)) {
        return false;
      }
    }
    return true;
  }

  /** Sorts node {@code i} in among the ones before it; false where two hashes are equal. */
  private static boolean insert(int[] byRank, byte[][] hashes, int i) {
    int at = i;
    while (at > 0) {
      int order = Arrays.compareUnsigned(hashes[byRank[at - 1]], hashes[i]);
      if (order == 0) {
        return false;
      }
      if (order < 0) {
        break;
      }
      byRank[at] = byRank[at - 1];
      at--;
    }
    byRank[at] = i;
    return true;
  }

  private static byte[] hash(Node node, SlotContents contents, MessageDigest digest) {
    if (node.fixedHash().length > 0) {
      return node.fixedHash();
    }
    for (byte[] line : sorted(node.mentions(), contents)) {
      digest.update(line);
    }
    return digest.digest();
  }

  private boolean writeNamed(ByteSink out, SlotContents contents) {
    byte[][] names = new byte[named.size()][];
    int[] order = new int[named.size()];
    for (int i = 0; i < order.length; i++) {
      names[i] = named.get(i).name().toBytes(contents);
      // Two subjects that are one now: their statements would have to be merged.
      if (!insert(order, names, i)) {
        return false;
      }
    }
    for (int i : order) {
      if (!write(out, named.get(i), contents)) {
        return false;
      }
    }
    return true;
  }

  private static boolean write(ByteSink out, Subject subject, SlotContents contents) {
    for (Run run : subject.runs()) {
      if (run.lines().size() == 1) {
        run.lines().getFirst().write(out, contents);
      } else {
        byte[][] lines = sorted(run.lines(), contents);
        for (int i = 0; i < lines.length; i++) {
          // Equal statements are one, and count once in the hashes too.
          if (i > 0 && Arrays.equals(lines[i], lines[i - 1])) {
            return false;
          }
          out.append(lines[i]);
        }
      }
    }
    return true;
  }

  private static byte[][] sorted(List<ByteText> texts, SlotContents contents) {
    byte[][] lines = new byte[texts.size()][];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = texts.get(i).toBytes(contents);
    }
    Arrays.sort(lines, Arrays::compareUnsigned);
    return lines;
  }
}
