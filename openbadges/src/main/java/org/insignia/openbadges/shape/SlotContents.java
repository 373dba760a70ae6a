package org.insignia.openbadges.shape;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.rdf.NQuads;

/**
 * What goes into the slots of one document: each value as JSON, as IRI and as literal, and the
 * labels of the blank nodes. For one thread.
 */
public final class SlotContents {
  private static final int FORMS = 3;
  private static final byte[] NOTHING = {};

  private final String[] values;

  /** By slot, each made when it is asked for. */
  private final byte[][] forms;

  private final byte[][] labels;

  SlotContents(String[] values, int nodes) {
    this.values = values;
    this.forms = new byte[values.length * FORMS][];
    this.labels = new byte[nodes][];
    Arrays.fill(labels, NOTHING);
  }

  /**
   * @param nodes number of blank nodes, which get their labels later
   */
  public static SlotContents of(List<String> values, int nodes) {
    return new SlotContents(values.toArray(String[]::new), nodes);
  }

  private void encode(int hole) {
    String value = values[hole];
    byte[] plain = value.getBytes(StandardCharsets.UTF_8);
    byte[] json = plain;
    byte[] literal = plain;
    if (!isPlain(plain)) {
      String quoted = Json.write(JsonValue.of(value));
      json = quoted.substring(1, quoted.length() - 1).getBytes(StandardCharsets.UTF_8);
      literal = NQuads.escaped(value).getBytes(StandardCharsets.UTF_8);
    }
    forms[json(hole)] = json;
    forms[iri(hole)] = plain;
    forms[literal(hole)] = literal;
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

  /** The slot of a value inside of a JSON string. */
  public static int json(int hole) {
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

  static int node(int slot) {
    return -1 - slot;
  }

  static boolean isLabel(int slot) {
    return slot < 0;
  }

  static int hole(int slot) {
    return slot / FORMS;
  }

  void setLabel(int node, byte[] label) {
    labels[node] = label;
  }

  byte[] of(int slot) {
    if (slot < 0) {
      return labels[node(slot)];
    }
    if (forms[slot] == null) {
      encode(hole(slot));
    }
    return forms[slot];
  }
}
