package org.insignia.server.platform.fonts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The tables of a TrueType file by their tags.
 *
 * @see <a href="https://learn.microsoft.com/typography/opentype/spec/otff">OpenType</a>
 */
public record FontTables(Map<String, ByteBuffer> byTag) {
  public static FontTables of(ByteBuffer file) {
    var tables = new HashMap<String, ByteBuffer>();
    int count = unsigned(file, 4);
    for (int i = 0; i < count; i++) {
      int entry = 12 + 16 * i;
      byte[] tag = new byte[4];
      file.get(entry, tag);
      tables.put(
          new String(tag, StandardCharsets.US_ASCII),
          file.slice(file.getInt(entry + 8), file.getInt(entry + 12)));
    }
    return new FontTables(tables);
  }

  public ByteBuffer table(String tag) {
    ByteBuffer table = byTag.get(tag);
    if (table == null) {
      throw new IllegalStateException("font without table " + tag);
    }
    return table;
  }

  public static int unsigned(ByteBuffer table, int at) {
    return table.getShort(at) & 0xffff;
  }
}
