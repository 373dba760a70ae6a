package org.insignia.server.platform.paper.pdf;

import java.util.List;
import org.insignia.server.platform.fonts.Glyphs;

/**
 * Shows glyphs where the shaper put them, such that each text can be copied: glyph by glyph where
 * that tells it, else with the text of the whole cluster beside them (14.9.4).
 */
final class GlyphRun {
  private static final double NOTICEABLE = 0.0005;

  private final StringBuilder out;
  private final EmbeddedFont font;
  private final double size;

  /** Where the next glyph would stand by itself, in em. */
  private double pen;

  private double rise;
  private boolean showing;

  GlyphRun(StringBuilder out, EmbeddedFont font, double size) {
    this.out = out;
    this.font = font;
    this.size = size;
  }

  void show(Glyphs run) {
    for (Glyphs.Cluster cluster : run.clusters()) {
      List<Glyphs.Glyph> glyphs = cluster.glyphs();
      if (glyphs.size() == 1) {
        show(run, glyphs.getFirst(), cluster.text());
      } else if (isSpelled(run, cluster)) {
        int[] characters = cluster.text().codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
          show(run, glyphs.get(i), Character.toString(characters[i]));
        }
      } else {
        together(run, cluster);
      }
    }
    end();
  }

  /** Whether each glyph is that of one character, in their order. */
  private static boolean isSpelled(Glyphs run, Glyphs.Cluster cluster) {
    int[] characters = cluster.text().codePoints().toArray();
    if (characters.length != cluster.glyphs().size()) {
      return false;
    }
    for (int i = 0; i < characters.length; i++) {
      if (run.font().glyph(characters[i]) != cluster.glyphs().get(i).id()) {
        return false;
      }
    }
    return true;
  }

  private void together(Glyphs run, Glyphs.Cluster cluster) {
    end();
    out.append("/Span<</ActualText<FEFF").append(Syntax.utf16(cluster.text())).append(">>>BDC\n");
    for (int i = 0; i < cluster.glyphs().size(); i++) {
      // Readers that know no actual text take it from the first, and a space without width.
      show(run, cluster.glyphs().get(i), i == 0 ? cluster.text() : "\u200b");
    }
    end();
    out.append("EMC\n");
  }

  private void show(Glyphs run, Glyphs.Glyph glyph, String text) {
    if (Math.abs(glyph.y() - rise) > NOTICEABLE) {
      end();
      rise = glyph.y();
      out.append(Syntax.number(rise * size)).append(" Ts\n");
    }
    if (!showing) {
      out.append('[');
      showing = true;
    }
    if (Math.abs(glyph.x() - pen) > NOTICEABLE) {
      out.append(Syntax.number((pen - glyph.x()) * 1000));
    }
    out.append('<').append(EmbeddedFont.hex(font.code(glyph.id(), text))).append('>');
    pen = glyph.x() + run.font().advance(glyph.id());
  }

  private void end() {
    if (showing) {
      out.append("]TJ\n");
    }
    showing = false;
  }
}
