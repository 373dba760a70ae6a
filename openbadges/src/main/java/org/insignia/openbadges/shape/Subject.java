package org.insignia.openbadges.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All statements with one subject. */
final class Subject {
  /** Between a label and an IRI; only to make room in time. */
  private static final int USUAL_SLOT = 24;

  /** The subject as text, to sort subjects by; empty for blank nodes. */
  private final ByteText name;

  private final List<Run> runs;
  private final boolean dependsOnValues;

  /**
   * Lines whose order among each other depends on values or labels; a run that is in order whatever
   * happens is one text.
   */
  private record Run(List<ByteText> lines) {}

  private Subject(ByteText name, List<Run> runs) {
    this.name = name;
    this.runs = runs;
    this.dependsOnValues =
        runs.stream().flatMap(run -> run.lines().stream()).anyMatch(ByteText::dependsOnValues);
  }

  /**
   * @param groups lines, in groups that follow each other in the canonical form
   * @return null where two lines are equal
   */
  static @Nullable Subject of(ByteText name, List<List<ByteText>> groups) {
    // All lines start with the label of a blank node, or with the name, where that is a hole.
    int ownSlots = name.fixedLength() == 0 ? 1 : name.slotCount();
    List<Run> runs = runs(groups, ownSlots);
    if (runs == null) {
      return null;
    }
    return new Subject(name, runs);
  }

  private static @Nullable List<Run> runs(List<List<ByteText>> groups, int ownSlots) {
    List<Run> runs = new ArrayList<>();
    List<ByteText> inOrder = new ArrayList<>();
    for (List<ByteText> lines : groups) {
      if (lines.size() == 1) {
        inOrder.add(lines.getFirst());
      } else if (lines.stream().allMatch(line -> line.slotCount() <= ownSlots)) {
        List<ByteText> sorted = sorted(lines);
        if (sorted == null) {
          return null;
        }
        inOrder.addAll(sorted);
      } else {
        flush(inOrder, runs);
        runs.add(new Run(List.copyOf(lines)));
      }
    }
    flush(inOrder, runs);
    return List.copyOf(runs);
  }

  /** Lines that differ in fixed text alone, in order; null where two are equal. */
  private static @Nullable List<ByteText> sorted(List<ByteText> lines) {
    List<ByteText> sorted = new ArrayList<>(lines);
    sorted.sort((a, b) -> Arrays.compareUnsigned(a.fixedBytes(), b.fixedBytes()));
    for (int i = 1; i < sorted.size(); i++) {
      if (Arrays.equals(sorted.get(i).fixedBytes(), sorted.get(i - 1).fixedBytes())) {
        return null;
      }
    }
    return sorted;
  }

  private static void flush(List<ByteText> inOrder, List<Run> runs) {
    if (!inOrder.isEmpty()) {
      runs.add(new Run(List.of(ByteText.join(inOrder))));
      inOrder.clear();
    }
  }

  private static int usualSize(List<Run> runs) {
    return runs.stream()
        .flatMap(run -> run.lines().stream())
        .mapToInt(line -> line.fixedLength() + line.slotCount() * USUAL_SLOT)
        .sum();
  }

  int usualSize() {
    return usualSize(runs);
  }

  /** The nodes whose labels stand in the statements. */
  IntStream nodes() {
    return runs.stream().flatMap(run -> run.lines().stream()).flatMapToInt(ByteText::nodes);
  }

  /** Whether values stand in the statements, not only labels. */
  boolean dependsOnValues() {
    return dependsOnValues;
  }

  /** The subject as text, to sort subjects by. */
  byte[] name(SlotContents contents) {
    return name.toBytes(contents);
  }

  /** Appends the statements in order; false where two of them are one. */
  boolean write(ByteSink out, SlotContents contents) {
    for (Run run : runs) {
      if (run.lines().size() == 1) {
        run.lines().getFirst().write(out, contents);
      } else {
        byte[][] lines = StatementTemplate.sorted(run.lines(), contents);
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
}
