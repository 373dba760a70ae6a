package org.insignia.openbadges.shape;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.rdf.Dataset;
import org.insignia.openbadges.rdf.JsonLd;
import org.jspecify.annotations.Nullable;

/**
 * Documents of one shape in which most strings are the same, as in the badges of one achievement,
 * and their canonical form as a template.
 */
final class Series {
  /** Not in any document that is learnt from. */
  static final String WORD = "insignia-hole";

  private static final String MARK = "urn:" + WORD + ":";

  /** The holes that always hold the same, and what they hold. */
  private final int[] constant;

  private final String[] texts;

  /** The other holes. */
  private final int[] varying;

  private final StatementTemplate statements;

  private Series(int[] constant, String[] texts, int[] varying, StatementTemplate statements) {
    this.constant = constant;
    this.texts = texts;
    this.varying = varying;
    this.statements = statements;
  }

  /**
   * Compiles the series of a document.
   *
   * @param values of the holes of that document
   * @param constant which of them the whole series has
   * @throws org.insignia.openbadges.json.MalformedCredential in a context in which marks are not
   *     plain names
   */
  static Series of(Outline outline, String[] values, int[] constant, Contexts contexts) {
    String[] texts = new String[constant.length];
    boolean[] fixed = new boolean[values.length];
    for (int i = 0; i < constant.length; i++) {
      texts[i] = values[constant[i]];
      fixed[constant[i]] = true;
    }
    int[] varying = new int[values.length - constant.length];
    List<String> marks = new ArrayList<>();
    List<String> marked = new ArrayList<>();
    for (int hole = 0; hole < values.length; hole++) {
      if (fixed[hole]) {
        marked.add(values[hole]);
      } else {
        varying[marks.size()] = hole;
        marks.add(MARK + marks.size() + ";");
        marked.add(marks.getLast());
      }
    }
    Dataset dataset = JsonLd.toDataset(outline.fill(marked), contexts);
    StatementTemplate statements = new StatementCompiler(dataset, marks).compile(sha256());
    return new Series(constant, texts, varying, statements);
  }

  /** Whether a document with these values is one of the series. */
  boolean includes(String[] values) {
    for (int i = 0; i < constant.length; i++) {
      if (!texts[i].equals(values[constant[i]])) {
        return false;
      }
    }
    return true;
  }

  /** Those of the constant holes that hold the same in this document. */
  int[] shared(String[] values) {
    int[] shared = new int[constant.length];
    int count = 0;
    for (int i = 0; i < constant.length; i++) {
      if (texts[i].equals(values[constant[i]])) {
        shared[count++] = constant[i];
      }
    }
    return Arrays.copyOf(shared, count);
  }

  /** Number of holes that always hold the same. */
  int constants() {
    return constant.length;
  }

  /** The hash of the canonical form of a document of the series; null where it is not plain. */
  @Nullable Bytes hash(String[] values, MessageDigest outer) {
    String[] own = new String[varying.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = values[varying[i]];
    }
    var contents = new SlotContents(own, statements.nodeCount());
    byte[] hash = statements.hash(contents, sha256(), outer);
    return hash == null ? null : Bytes.wrap(hash);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
