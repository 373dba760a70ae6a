package org.insignia.openbadges.shape;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Bytes with slots between them; what goes into a slot is known only when a document is made. */
public final class ByteText {
  private final byte[][] fixed;
  private final int[] slots;

  private ByteText(byte[][] fixed, int[] slots) {
    this.fixed = fixed;
    this.slots = slots;
  }

  /** Appends this text with the contents of its slots. */
  public void write(ByteSink out, SlotContents contents) {
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
  public int fixedLength() {
    int length = 0;
    for (byte[] part : fixed) {
      length += part.length;
    }
    return length;
  }

  /**
   * How this text compares with another whatever is in the slots; 0 where the slots decide, or both
   * are equal.
   */
  int compareFixed(ByteText other) {
    byte[] a = fixed[0];
    byte[] b = other.fixed[0];
    int length = Math.min(a.length, b.length);
    return Arrays.compareUnsigned(a, 0, length, b, 0, length);
  }

  /** What stands between the slots, as one. */
  byte[] fixedBytes() {
    var out = new ByteSink(fixedLength());
    for (byte[] part : fixed) {
      out.append(part);
    }
    return out.toBytes();
  }

  int slotCount() {
    return slots.length;
  }

  /** The nodes whose labels stand in this text. */
  IntStream nodes() {
    return IntStream.of(slots).filter(SlotContents::isLabel).map(SlotContents::node);
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
  public static final class Builder {
    private final List<byte[]> fixed = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();
    private ByteSink run = new ByteSink(128);

    public Builder text(String text) {
      return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Builder bytes(byte[] bytes) {
      run.append(bytes);
      return this;
    }

    public Builder slot(int slot) {
      fixed.add(run.toBytes());
      slots.add(slot);
      run = new ByteSink(128);
      return this;
    }

    public ByteText finish() {
      fixed.add(run.toBytes());
      return new ByteText(
          fixed.toArray(byte[][]::new), slots.stream().mapToInt(slot -> slot).toArray());
    }
  }

  /** One text after the other, with neighbouring fixed parts joined. */
  static ByteText join(List<ByteText> texts) {
    var all = new Builder();
    for (ByteText text : texts) {
      for (int i = 0; i < text.slots.length; i++) {
        all.bytes(text.fixed[i]).slot(text.slots[i]);
      }
      all.bytes(text.fixed[text.slots.length]);
    }
    return all.finish();
  }
}
