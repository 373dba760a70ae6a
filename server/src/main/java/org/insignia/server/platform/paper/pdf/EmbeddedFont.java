package org.insignia.server.platform.paper.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.fonts.FontFile;

/**
 * The part of a font that one document uses. A glyph that stands for two texts has two codes, so
 * that what is copied is always what was written.
 */
final class EmbeddedFont {
  private static final int IN_ONE_BLOCK = 100;

  private final FontFile font;
  private final String name;
  private final int number;
  private final List<Integer> glyphs = new ArrayList<>(List.of(0));
  private final List<String> texts = new ArrayList<>(List.of(""));
  private final Map<Code, Integer> codes = new HashMap<>();

  private record Code(int glyph, String text) {}

  /**
   * @param name as the content of pages calls it
   * @param number of the object that it will be
   */
  EmbeddedFont(FontFile font, String name, int number) {
    this.font = font;
    this.name = name;
    this.number = number;
  }

  String name() {
    return name;
  }

  int number() {
    return number;
  }

  /** The code of a glyph where it stands for this text. */
  int code(int glyph, String text) {
    return codes.computeIfAbsent(
        new Code(glyph, text),
        code -> {
          glyphs.add(glyph);
          texts.add(text);
          return glyphs.size() - 1;
        });
  }

  void write(ObjectWriter out) {
    Bytes file = font.subset(glyphs);
    String subset = tag(file) + "+" + font.name();
    int stream = out.stream("/Length1 " + file.size(), file.toArray());
    int descriptor = out.add(descriptor(subset, stream));
    int unicode = out.stream("", unicode().getBytes(StandardCharsets.US_ASCII));
    int own =
        out.add(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW 1000/W[1[%s]]/CIDToGIDMap/Identity>>"
                .formatted(subset, descriptor, widths()));
    out.put(
        number,
        "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
            .formatted(subset, own, unicode));
  }

  private String descriptor(String subset, int stream) {
    double[] bounds = font.bounds();
    return "<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight 714/StemV 90/FontFile2 %d 0 R>>"
        .formatted(
            subset,
            Math.round(bounds[0] * 1000),
            Math.round(bounds[1] * 1000),
            Math.round(bounds[2] * 1000),
            Math.round(bounds[3] * 1000),
            Math.round(font.ascent() * 1000),
            -Math.round(font.descent() * 1000),
            stream);
  }

  private String widths() {
    var widths = new StringBuilder();
    for (int i = 1; i < glyphs.size(); i++) {
      Syntax.number(widths, font.advance(glyphs.get(i)) * 1000);
      widths.append(' ');
    }
    return widths.toString();
  }

  private String unicode() {
    var map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    for (int from = 1; from < texts.size(); from += IN_ONE_BLOCK) {
      int to = Math.min(texts.size(), from + IN_ONE_BLOCK);
      map.append(to - from).append(" beginbfchar\n");
      for (int i = from; i < to; i++) {
        map.append('<')
            .append(hex(i))
            .append("> <")
            .append(Syntax.utf16(texts.get(i)))
            .append(">\n");
      }
      map.append("endbfchar\n");
    }
    return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        .toString();
  }

  static String hex(int code) {
    return Syntax.hex(ByteBuffer.allocate(2).putShort((short) code).array());
  }

  /** Six letters that tell this part of the font from others (9.6.4). */
  private static String tag(Bytes file) {
    int hash = file.hashCode() & 0x7fffffff;
    var tag = new StringBuilder();
    for (int i = 0; i < 6; i++, hash /= 26) {
      tag.append((char) ('A' + hash % 26));
    }
    return tag.toString();
  }
}
