package org.insignia.openbadges.shape;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The canonical N-Quads of documents that are alike but for some values. The values decide the
 * hashes of the blank nodes that they stand beside, these decide the labels, and the labels move
 * lines: so the hashes that may differ are made anew for every document, and everything is put in
 * order again, but nothing else is.
 *
 * <p>Right only while all first-degree hashes differ, because then RDFC-1.0 ends before its
 * n-degree step; checked every time.
 */
public final class StatementTemplate {
  private final List<Node> nodes;
  private final List<Subject> named;

  /** Numbers of labels in the order in which the labels sort: 0, 1, 10, 11, 2 … */
  private final int[] labelOrder;

  private final byte[][] labels;
  private final HashedStart start = new HashedStart();

  /** The nodes whose labels stand in subjects with names that no value stands in. */
  private final BitSet inConstants;

  /** Length of the longest form written so far, about: only to make room in time. */
  private int largest;

  /**
   * A blank node.
   *
   * @param fixedHash its first-degree hash where no value touches it, else an empty array
   * @param mentions the statements about it, masked for hashing, where values touch it
   * @param lines the statements with it as subject
   */
  record Node(byte[] fixedHash, List<ByteText> mentions, Subject lines) {}

  StatementTemplate(List<Node> nodes, List<Subject> named) {
    this.nodes = List.copyOf(nodes);
    this.named = List.copyOf(named);
    this.inConstants =
        named.stream()
            .filter(subject -> !subject.dependsOnValues())
            .flatMapToInt(Subject::nodes)
            .collect(BitSet::new, BitSet::set, BitSet::or);
    this.largest =
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

  /** Number of blank nodes. */
  public int nodeCount() {
    return nodes.size();
  }

  /** The canonical form; null where these values need the general way. */
  public @Nullable ByteSink write(SlotContents contents, MessageDigest inner) {
    Order order = order(contents, inner);
    var out = new ByteSink(largest);
    return order != null && write(out, 0, order, contents) ? out : null;
  }

  /**
   * The hash of the canonical form; null where these values need the general way.
   *
   * @param inner the digest of RDFC-1.0
   * @param outer the digest of the cryptosuite
   */
  public byte @Nullable [] hash(SlotContents contents, MessageDigest inner, MessageDigest outer) {
    Order order = order(contents, inner);
    return order == null ? null : Scratch.with(sink -> hash(sink, order, contents, outer));
  }

  private byte @Nullable [] hash(
      ByteSink sink, Order order, SlotContents contents, MessageDigest outer) {
    int constant = 0;
    while (constant < order.subjects.length
        && !named.get(order.subjects[constant]).dependsOnValues()) {
      constant++;
    }
    int[] key = key(order.byRank, constant);
    MessageDigest digest = start.find(key, outer.getAlgorithm());
    if (digest == null) {
      for (int i = 0; i < constant; i++) {
        if (!named.get(order.subjects[i]).write(sink, contents)) {
          return null;
        }
      }
      sink.drainTo(outer);
      start.keep(key, outer);
      digest = outer;
    }
    return write(sink, constant, order, contents) ? sink.digest(digest) : null;
  }

  /** What the first subjects are written with: their number, and the labels that stand in them. */
  private int[] key(int[] byRank, int constant) {
    int[] key = new int[byRank.length + 1];
    for (int rank = 0; rank < byRank.length; rank++) {
      key[byRank[rank]] = inConstants.get(byRank[rank]) ? rank : -1;
    }
    key[byRank.length] = constant;
    return key;
  }

  /** The nodes by rank and the subjects with names in their order. */
  private record Order(int[] byRank, int[] subjects) {}

  private @Nullable Order order(SlotContents contents, MessageDigest inner) {
    int[] byRank = label(contents, inner);
    int[] subjects = byRank == null ? null : subjects(contents);
    return byRank == null || subjects == null ? null : new Order(byRank, subjects);
  }

  /** Gives the nodes their labels; the nodes by rank, or null where two hashes are equal. */
  private int @Nullable [] label(SlotContents contents, MessageDigest digest) {
    byte[][] hashes = new byte[nodes.size()][];
    int[] byRank = new int[nodes.size()];
    for (int i = 0; i < byRank.length; i++) {
      hashes[i] = hash(nodes.get(i), contents, digest);
      if (!insert(byRank, hashes, i)) {
        return null;
      }
    }
    for (int rank = 0; rank < byRank.length; rank++) {
      contents.setLabel(byRank[rank], labels[rank]);
    }
    return byRank;
  }

  /** Appends the subjects with names from the given one on, then the blank nodes. */
  private boolean write(ByteSink out, int from, Order order, SlotContents contents) {
    for (int i = from; i < order.subjects.length; i++) {
      if (!named.get(order.subjects[i]).write(out, contents)) {
        return false;
      }
    }
    for (int label : labelOrder) {
      if (!nodes.get(order.byRank[label]).lines().write(out, contents)) {
        return false;
      }
    }
    largest = Math.max(largest, out.size());
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

  /** The subjects with names in their order; null where two of them are one now. */
  private int @Nullable [] subjects(SlotContents contents) {
    byte[][] names = new byte[named.size()][];
    int[] order = new int[named.size()];
    for (int i = 0; i < order.length; i++) {
      names[i] = named.get(i).name(contents);
      // Two subjects that are one now: their statements would have to be merged.
      if (!insert(order, names, i)) {
        return null;
      }
    }
    return order;
  }

  static byte[][] sorted(List<ByteText> texts, SlotContents contents) {
    byte[][] lines = new byte[texts.size()][];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = texts.get(i).toBytes(contents);
    }
    Arrays.sort(lines, Arrays::compareUnsigned);
    return lines;
  }
}
