package org.insignia.server.results.feed;

import java.io.IOException;
import java.io.InputStream;
import org.insignia.server.results.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into records and holds no more than one of them. Lines end in LF, CRLF or CR; cells
 * may be quoted as in RFC 4180. A record that makes no sense costs its first line only: reading
 * goes on with the next line, so that one forgotten quote cannot swallow the rows after it.
 */
public final class RowReader {
  /** A longer record is no row of results. */
  static final int MAX_RECORD = 65_536;

  private static final int WINDOW = 4 * MAX_RECORD;

  private final InputStream in;
  private final byte separator;
  private final CellReader cells;
  private byte[] window = new byte[WINDOW];
  private int from;
  private int to;
  private boolean drained;
  private boolean spansLines;
  private int width;
  private long position;
  private long line;

  /**
   * @param in the file's bytes from {@code position} on
   * @param position number of bytes before that, at the beginning of a record
   * @param line number of the line there; 1 at the beginning of the file
   */
  public RowReader(InputStream in, char separator, Encoding encoding, long position, long line) {
    this.in = in;
    this.separator = (byte) separator;
    this.cells = new CellReader(encoding);
    this.position = position;
    this.line = line;
  }

  /**
   * Says how many cells a record has, so that one of several lines with another number is seen as a
   * quote not closed.
   */
  public RowReader expecting(int cellsOfARecord) {
    width = cellsOfARecord;
    return this;
  }

  /** Number of bytes before the next record. */
  public long position() {
    return position;
  }

  /** Number of the line on which the next record begins. */
  public long line() {
    return line;
  }

  /** The next record that is not blank; null at the end. */
  public @Nullable RawRow next() throws IOException {
    while (true) {
      fill();
      if (from == to) {
        return null;
      }
      var row = record();
      if (!(row instanceof RawRow.Cells c && c.cells().stream().allMatch(String::isBlank))) {
        return row;
      }
    }
  }

  /**
   * Sees to it that the whole of the longest allowed record is in the window, and one byte more.
   */
  private void fill() throws IOException {
    if (drained || to - from > MAX_RECORD + 1) {
      return;
    }
    System.arraycopy(window, from, window, 0, to - from);
    to -= from;
    from = 0;
    while (to < window.length) {
      int count = in.read(window, to, window.length - to);
      if (count < 0) {
        drained = true;
        return;
      }
      to += count;
    }
  }

  private RawRow record() throws IOException {
    long begin = line;
    spansLines = false;
    cells.begin();
    int at = from;
    int limit = Math.min(to, from + MAX_RECORD);
    while (true) {
      int end = at < limit && window[at] == '"' ? quoted(at, limit) : plain(at, limit);
      if (end < 0) {
        return refuseFirstLine(
            begin, Finding.of(end == UNCLOSED ? "quote-not-closed" : "text-after-quote"));
      }
      if (end == limit && !(drained && limit == to)) {
        return tooLong(begin);
      }
      if (end < to && window[end] == separator) {
        at = end + 1;
        continue;
      }
      if (spansLines && width > 0 && cells.count() != width) {
        return refuseFirstLine(begin, Finding.of("quote-not-closed"));
      }
      boolean ended = end < to;
      advance(ended ? afterLineEnd(end) : end);
      return cells.row(begin, ended);
    }
  }

  private int plain(int at, int limit) {
    int end = at;
    while (end < limit && window[end] != separator && window[end] != '\n' && window[end] != '\r') {
      end++;
    }
    cells.plain(window, at, end);
    return end;
  }

  private static final int UNCLOSED = -1;
  private static final int LITTERED = -2;

  /** The index after the closing quote, or a negative sign of what is wrong. */
  private int quoted(int at, int limit) {
    int end = at + 1;
    boolean doubled = false;
    while (end < limit) {
      byte b = window[end];
      if (separator == '\t' && (b == '\n' || b == '\r')) {
        return plain(
            at, limit); // providers of tab-separated files do not quote: it is an inch sign
      }
      if (b != '"') {
        spansLines |= b == '\n' || b == '\r';
        end++;
      } else if (end + 1 < limit && window[end + 1] == '"') {
        doubled = true;
        end += 2;
      } else {
        break;
      }
    }
    if (end >= limit) {
      return separator == '\t' && limit == to ? plain(at, limit) : UNCLOSED;
    }
    int next = end + 1;
    if (next < limit && window[next] != separator && window[next] != '\n' && window[next] != '\r') {
      return separator == '\t' ? plain(at, limit) : LITTERED;
    }
    if (doubled) {
      cells.doubled(window, at + 1, end);
    } else {
      cells.plain(window, at + 1, end);
    }
    return next;
  }

  private int afterLineEnd(int end) {
    return window[end] == '\r' && end + 1 < to && window[end + 1] == '\n' ? end + 2 : end + 1;
  }

  private void advance(int next) {
    for (int i = from; i < next; i++) {
      if (window[i] == '\n' || (window[i] == '\r' && (i + 1 >= to || window[i + 1] != '\n'))) {
        line++;
      }
    }
    position += next - from;
    from = next;
  }

  private RawRow refuseFirstLine(long begin, Finding why) throws IOException {
    int cell = cells.count();
    int end = from;
    int limit = Math.min(to, from + MAX_RECORD);
    while (end < limit && window[end] != '\n' && window[end] != '\r') {
      end++;
    }
    if (end == limit && !(drained && limit == to)) {
      return tooLong(begin);
    }
    advance(end < to ? afterLineEnd(end) : end);
    return new RawRow.Broken(begin, cell, why);
  }

  /** Drops everything up to the next line end without keeping it. */
  private RawRow tooLong(long begin) throws IOException {
    while (true) {
      int end = from;
      while (end < to && window[end] != '\n' && window[end] != '\r') {
        end++;
      }
      if (end < to) {
        if (end + 1 == to && !drained) {
          advance(end);
          fill();
          end = from;
        }
        advance(afterLineEnd(end));
        break;
      }
      advance(end);
      if (drained) {
        break;
      }
      fill();
    }
    return new RawRow.Broken(begin, null, Finding.of("line-too-long", MAX_RECORD));
  }
}
