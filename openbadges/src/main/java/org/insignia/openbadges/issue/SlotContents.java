package org.insignia.openbadges.issue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.rdf.NQuads;

/**
 * What goes into the slots of one credential: each value as JSON, as IRI and as literal, and the
 * labels of the blank nodes.
 */
final class SlotContents {
  private static final int FORMS = 3;
  private static final byte[] NOTHING = {};

  private final byte[][] values;
  private final byte[][] labels;

  /**
   * @param nodes number of blank nodes, which get their labels later
   */
  SlotContents(List<String> values, int nodes) {
    this.values = new byte[values.size() * FORMS][];
    for (int i = 0; i < values.size(); i++) {
      set(i, values.get(i));
    }
    this.labels = new byte[nodes][];
    Arrays.fill(labels, NOTHING);
  }

  private void set(int hole, String value) {
    byte[] plain = value.getBytes(StandardCharsets.UTF_8);
    byte[] json = plain;
    byte[] literal = plain;
    if (!isPlain(plain)) {
      String quoted = Json.write(JsonValue.of(value));
      json = quoted.substring(1, quoted.length() - 1).getBytes(StandardCharsets.UTF_8);
      literal = NQuads.escaped(value).getBytes(StandardCharsets.UTF_8);
    }
    values[json(hole)] = json;
    values[iri(hole)] = plain;
    values[literal(hole)] = literal;
  }

  /** Whether nothing needs an escape, in JSON or in N-Quads. */
  private static boolean isPlain(byte[] utf8) {
    for (byte b : utf8) {
      if ((b >= 0 && b < ' ') || b == '"' || b == '\\' || b == 0x7F) {
        return false;
      }
    }
    return true;
  }

  static int json(int hole) {
    return hole * FORMS;
  }

  static int iri(int hole) {
    return hole * FORMS + 1;
  }

  static int literal(int hole) {
    return hole * FORMS + 2;
  }

  static int label(int node) {
    return -1 - node;
  }

  static boolean isLabel(int slot) {
    return slot < 0;
  }

  void setLabel(int node, byte[] label) {
    labels[node] = label;
  }

  byte[] of(int slot) {
    return slot < 0 ? labels[-1 - slot] : values[slot];
  }
}
