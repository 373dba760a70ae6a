package org.insignia.openbadges.issue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bytes with slots between them; what goes into a slot is known only when a credential is made. */
final class ByteText {
  private final byte[][] fixed;
  private final int[] slots;

  private ByteText(byte[][] fixed, int[] slots) {
    this.fixed = fixed;
    this.slots = slots;
  }

  /** Appends this text with the contents of its slots. */
  void write(ByteSink out, SlotContents contents) {
    for (int i = 0; i < slots.length; i++) {
      out.append(fixed[i]);
      out.append(contents.of(slots[i]));
    }
    out.append(fixed[slots.length]);
  }

  /** This text alone; for reading only, since a text without slots is not copied. */
  byte[] toBytes(SlotContents contents) {
    if (slots.length == 0) {
      return fixed[0];
    }
    int length = fixedLength();
    for (int slot : slots) {
      length += contents.of(slot).length;
    }
    var out = new ByteSink(length);
    write(out, contents);
    return out.toBytes();
  }

  /** Length of what stands between the slots. */
  int fixedLength() {
    int length = 0;
    for (byte[] part : fixed) {
      length += part.length;
    }
    return length;
  }

  int slotCount() {
    return slots.length;
  }

  /** Whether a slot holds a value, not only a label. */
  boolean dependsOnValues() {
    for (int slot : slots) {
      if (!SlotContents.isLabel(slot)) {
        return true;
      }
    }
    return false;
  }

  /** Builds a text from its start. */
  static final class Builder {
    private final List<byte[]> fixed = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();

    Builder text(CharSequence text) {
      run.append(text);
      return this;
    }

    Builder slot(int slot) {
      fixed.add(run.toString().getBytes(StandardCharsets.UTF_8));
      slots.add(slot);
      run.setLength(0);
      return this;
    }

    ByteText finish() {
      fixed.add(run.toString().getBytes(StandardCharsets.UTF_8));
      return new ByteText(
          fixed.toArray(byte[][]::new), slots.stream().mapToInt(slot -> slot).toArray());
    }
  }

  /** One text after the other, with neighbouring fixed parts joined. */
  static ByteText join(List<ByteText> texts) {
    List<byte[]> fixed = new ArrayList<>();
    List<Integer> slots = new ArrayList<>();
    var run = new ByteSink(256);
    for (ByteText text : texts) {
      for (int i = 0; i < text.slots.length; i++) {
        run.append(text.fixed[i]);
        fixed.add(run.toBytes());
        slots.add(text.slots[i]);
        run = new ByteSink(256);
      }
      run.append(text.fixed[text.slots.length]);
    }
    fixed.add(run.toBytes());
    return new ByteText(
        fixed.toArray(byte[][]::new), slots.stream().mapToInt(slot -> slot).toArray());
  }
}
