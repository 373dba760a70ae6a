package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.insignia.server.insights.index.Facet;

/**
 * What is counted of one part of the index, in memory, some 50 bytes a posting: everything of one
 * posting side by side, for to fetch memory from many places is what counting costs. A part never
 * changes; what is deleted of it is known to its reader.
 *
 * @param starts where each document begins in the cells; the last one is where they end
 * @param cells of each document {@link Appeared}, the two halves of {@link PackedPay} (0 for none),
 *     its number, then the numbers of its keys within the part, each with its facet in front
 */
record Rows(int[] starts, int[] cells) {
  /** Cells before the keys. */
  static final int HEAD = 4;

  private static final int FACET = 28;
  private static final int NUMBER = (1 << FACET) - 1;
  private static final Facet[] FACETS = Facet.values();

  static Rows of(LeafReader part) throws IOException {
    var appeared = DocValues.getNumeric(part, LuceneIndex.APPEARED);
    var pay = DocValues.getNumeric(part, LuceneIndex.PAY);
    var names = DocValues.getNumeric(part, LuceneIndex.NUMBER);
    var keys = new SortedSetDocValues[FACETS.length];
    for (int facet = 0; facet < keys.length; facet++) {
      keys[facet] = DocValues.getSortedSet(part, FACETS[facet].name());
    }
    var starts = new int[part.maxDoc() + 1];
    var cells = new int[part.maxDoc() * 8];
    int end = 0;
    for (int doc = 0; doc < part.maxDoc(); doc++) {
      starts[doc] = end;
      long packed = pay.advanceExact(doc) ? pay.longValue() : 0;
      cells = roomy(cells, end + HEAD);
      cells[end++] = appeared.advanceExact(doc) ? Math.toIntExact(appeared.longValue()) : 0;
      cells[end++] = (int) (packed >>> Integer.SIZE);
      cells[end++] = (int) packed;
      cells[end++] = names.advanceExact(doc) ? (int) names.longValue() : 0;
      for (int facet = 0; facet < keys.length; facet++) {
        if (keys[facet].advanceExact(doc)) {
          int count = keys[facet].docValueCount();
          cells = roomy(cells, end + count);
          for (; count > 0; count--) {
            cells[end++] = facet << FACET | (int) keys[facet].nextOrd();
          }
        }
      }
    }
    starts[part.maxDoc()] = end;
    return new Rows(starts, Arrays.copyOf(cells, end));
  }

  private static int[] roomy(int[] cells, int size) {
    return size <= cells.length ? cells : Arrays.copyOf(cells, size + size / 2);
  }

  int start(int doc) {
    return starts[doc];
  }

  int end(int doc) {
    return starts[doc + 1];
  }

  int appeared(int start) {
    return cells[start];
  }

  long pay(int start) {
    return (long) cells[start + 1] << Integer.SIZE | Integer.toUnsignedLong(cells[start + 2]);
  }

  /** By which other features know the posting. */
  long name(int start) {
    return Integer.toUnsignedLong(cells[start + 3]);
  }

  /** The facet of a cell behind the head, as its ordinal. */
  static int facet(int cell) {
    return cell >>> FACET;
  }

  /** The number of the key in a cell behind the head. */
  static int number(int cell) {
    return cell & NUMBER;
  }
}
