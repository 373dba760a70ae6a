package org.insignia.server.platform.fonts;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Turns a run of characters of one font and direction into glyphs, by the JDK's HarfBuzz. */
final class Shaper {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  /** What HarfBuzz leaves where a character has no look: a joiner. */
  private static final int INVISIBLE = 0xfffe;

  private final char[] text;
  private final TreeMap<Integer, Wording.Written> written;

  Shaper(char[] text, TreeMap<Integer, Wording.Written> written) {
    this.text = text;
    this.written = written;
  }

  Glyphs shape(FontFile font, int start, int limit, boolean rightToLeft) {
    Font shaping = font.forShaping();
    Shaped shaped =
        shaping == null
            ? unjoined(font, start, limit, rightToLeft)
            : shaped(shaping, font, start, limit, rightToLeft);
    return new Glyphs(font, clusters(shaped, start, limit, rightToLeft), shaped.width);
  }

  /** Glyphs from left to right, each with the character that it begins with. */
  private record Shaped(List<Glyphs.Glyph> glyphs, List<Integer> characters, double width) {}

  private Shaped shaped(Font shaping, FontFile font, int start, int limit, boolean rightToLeft) {
    int direction = rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
    GlyphVector vector = shaping.layoutGlyphVector(EXACT, text, start, limit, direction);
    double em = font.unitsPerEm();
    int count = vector.getNumGlyphs();
    var glyphs = new ArrayList<Glyphs.Glyph>(count);
    var characters = new ArrayList<Integer>(count);
    float[] places = vector.getGlyphPositions(0, count + 1, null);
    for (int i = 0; i < count; i++) {
      int id = vector.getGlyphCode(i);
      if (id < INVISIBLE) {
        glyphs.add(new Glyphs.Glyph(id, places[2 * i] / em, -places[2 * i + 1] / em));
        characters.add(start + vector.getGlyphCharIndex(i));
      }
    }
    return new Shaped(glyphs, characters, places[2 * count] / em);
  }

  /** One glyph a character: readable in most scripts, where this Java cannot do better. */
  private Shaped unjoined(FontFile font, int start, int limit, boolean rightToLeft) {
    var glyphs = new ArrayList<Glyphs.Glyph>();
    var characters = new ArrayList<Integer>();
    double x = 0;
    int at = rightToLeft ? limit : start;
    while (rightToLeft ? at > start : at < limit) {
      int c =
          rightToLeft
              ? Character.codePointBefore(text, at, start)
              : Character.codePointAt(text, at, limit);
      int from = rightToLeft ? at - Character.charCount(c) : at;
      at = rightToLeft ? from : at + Character.charCount(c);
      int id = font.glyph(c);
      if (id != 0) {
        glyphs.add(new Glyphs.Glyph(id, x, 0));
        characters.add(from);
        x += font.advance(id);
      }
    }
    return new Shaped(glyphs, characters, x);
  }

  private List<Glyphs.Cluster> clusters(Shaped shaped, int start, int limit, boolean rightToLeft) {
    int[] owners = owners(shaped, start, limit);
    var clusters = new ArrayList<Glyphs.Cluster>();
    for (int i = 0; i < shaped.glyphs.size(); ) {
      int owner = owners[shaped.characters.get(i) - start];
      int from = i;
      while (i < shaped.glyphs.size() && owners[shaped.characters.get(i) - start] == owner) {
        i++;
      }
      int end = owner + 1;
      while (end < limit && owners[end - start] == owner) {
        end++;
      }
      // What no glyph stands for, before the first of all, belongs to it.
      int first = isFirst(shaped, i, from, rightToLeft) ? start : owner;
      clusters.add(new Glyphs.Cluster(text(first, end), shaped.glyphs.subList(from, i)));
    }
    return clusters;
  }

  private static boolean isFirst(Shaped shaped, int end, int from, boolean rightToLeft) {
    return rightToLeft ? end == shaped.glyphs.size() : from == 0;
  }

  /** For each character the one that its glyphs are counted to. */
  private int[] owners(Shaped shaped, int start, int limit) {
    int[] owners = new int[limit - start];
    boolean[] begins = new boolean[limit - start];
    for (int character : shaped.characters) {
      begins[character - start] = true;
    }
    int owner = start;
    for (int i = start; i < limit; i++) {
      var instead = written.isEmpty() ? null : written.floorEntry(i);
      boolean inside = instead != null && instead.getKey() != i && instead.getValue().end() > i;
      if (begins[i - start] && !inside) {
        owner = i;
      }
      owners[i - start] = owner;
    }
    return owners;
  }

  private String text(int from, int to) {
    if (written.isEmpty() || written.subMap(from, to).isEmpty()) {
      return new String(text, from, to - from);
    }
    var all = new StringBuilder();
    for (int i = from; i < to; ) {
      Wording.Written instead = written.get(i);
      if (instead == null) {
        all.append(text[i++]);
      } else {
        all.append(instead.text());
        i = instead.end();
      }
    }
    return all.toString();
  }
}
