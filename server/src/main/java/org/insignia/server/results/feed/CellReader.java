package org.insignia.server.results.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.insignia.server.results.Finding;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of one record's cells into texts, and remembers the first one that is none. */
final class CellReader {
  private static final int MAX_CELLS = 500;
  private static final int MAX_CELL = 16_384;

  private final CharsetDecoder decoder;
  private final List<String> cells = new ArrayList<>();
  private @Nullable Finding why;
  private int blamed;

  CellReader(Encoding encoding) {
    decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  void begin() {
    cells.clear();
    why = null;
  }

  /** Number of cells read so far. */
  int count() {
    return cells.size();
  }

  void plain(byte[] bytes, int from, int to) {
    if (why == null && cells.size() >= MAX_CELLS) {
      refuse(Finding.of("too-many-cells", MAX_CELLS));
    } else if (why == null && to - from > MAX_CELL) {
      refuse(Finding.of("cell-too-long", MAX_CELL));
    }
    if (why == null) {
      cells.add(text(bytes, from, to));
    }
  }

  void doubled(byte[] bytes, int from, int to) {
    var single = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      single[length++] = bytes[i];
      if (bytes[i] == '"') {
        i++;
      }
    }
    plain(single, 0, length);
  }

  RawRow row(long line, boolean ended) {
    return why == null
        ? new RawRow.Cells(line, cells, ended)
        : new RawRow.Broken(line, blamed, why);
  }

  private void refuse(Finding finding) {
    why = finding;
    blamed = cells.size();
  }

  private String text(byte[] bytes, int from, int to) {
    boolean ascii = true;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b < 0) {
        ascii = false;
      } else if ((b < ' ' && b != '\t' && b != '\n' && b != '\r') || b == 0x7F) {
        refuse(
            b == 0
                ? Finding.of("nul")
                : Finding.of("control-character", "U+%04X".formatted((int) b)));
        return "";
      }
    }
    if (ascii) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    try {
      var text = decoder.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
      if (text.indexOf('\uFFFD') >= 0) {
        refuse(Finding.of("lost-character"));
      }
      return text;
    } catch (CharacterCodingException e) {
      refuse(Finding.of("unreadable-character", decoder.charset().name()));
      return "";
    }
  }
}
