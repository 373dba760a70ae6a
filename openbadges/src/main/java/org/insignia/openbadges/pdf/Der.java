package org.insignia.openbadges.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * A value of DER (X.690): a tag, and where its content stands. Definite lengths only; nothing is
 * read deeper than it is asked for, so nesting costs nothing.
 *
 * @param from where it begins, tag included
 * @param begin where its content begins
 * @param end behind its last byte
 */
record Der(byte[] bytes, int from, int begin, int end) {
  static final int INTEGER = 0x02;
  static final int BYTES = 0x04;
  static final int OBJECT = 0x06;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  private static final int MOST_CHILDREN = 200;

  /** The value that begins there. */
  static Der at(byte[] bytes, int from, int limit) {
    if (from + 2 > limit || (bytes[from] & 0x1f) == 0x1f) {
      throw broken("no value where one must be");
    }
    int length = bytes[from + 1] & 0xff;
    int begin = from + 2;
    if (length > 0x84 || length == 0x80) {
      throw broken("a length that is not definite");
    }
    if (length > 0x80) {
      int count = length - 0x80;
      if (begin + count > limit) {
        throw broken("cut in a length");
      }
      long value = 0;
      for (int i = 0; i < count; i++) {
        value = value << 8 | bytes[begin++] & 0xff;
      }
      length = (int) Math.min(value, Integer.MAX_VALUE);
    }
    if (length < 0 || length > limit - begin) {
      throw broken("longer than what holds it");
    }
    return new Der(bytes, from, begin, begin + length);
  }

  int tag() {
    return bytes[from] & 0xff;
  }

  Der expect(int tag) {
    if (tag() != tag) {
      throw broken("tag " + tag() + " where " + tag + " must be");
    }
    return this;
  }

  List<Der> children() {
    var children = new ArrayList<Der>();
    for (int at = begin; at < end; ) {
      Der child = at(bytes, at, end);
      children.add(child);
      if (children.size() > MOST_CHILDREN) {
        throw broken("more than " + MOST_CHILDREN + " values in one");
      }
      at = child.end;
    }
    return children;
  }

  Der child(int index) {
    List<Der> children = children();
    if (index >= children.size()) {
      throw broken("a value is missing");
    }
    return children.get(index);
  }

  byte[] content() {
    return Arrays.copyOfRange(bytes, begin, end);
  }

  /** With tag and length. */
  byte[] whole() {
    return Arrays.copyOfRange(bytes, from, end);
  }

  /** An object identifier, in dots. */
  String object() {
    expect(OBJECT);
    var text = new StringBuilder();
    long value = 0;
    for (int at = begin; at < end; at++) {
      if (value > Integer.MAX_VALUE) {
        throw broken("an identifier out of bounds");
      }
      value = value << 7 | bytes[at] & 0x7f;
      if (bytes[at] >= 0) {
        long first = Math.min(value / 40, 2);
        text.append(text.isEmpty() ? first + "." + (value - 40 * first) : "." + value);
        value = 0;
      }
    }
    return text.toString();
  }

  static MalformedCredential broken(String detail) {
    return new MalformedCredential("", "signature: " + detail);
  }
}
