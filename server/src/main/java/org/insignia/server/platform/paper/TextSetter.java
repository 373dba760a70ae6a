package org.insignia.server.platform.paper;

import java.lang.Character.UnicodeScript;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.insignia.server.platform.fonts.Face;
import org.insignia.server.platform.fonts.Glyphs;
import org.insignia.server.platform.fonts.Line;
import org.insignia.server.platform.fonts.Paragraph;
import org.insignia.server.platform.paper.drawing.Box;
import org.insignia.server.platform.paper.drawing.Ink;
import org.insignia.server.platform.paper.drawing.Mark;
import org.insignia.server.platform.paper.drawing.Tag;
import org.jspecify.annotations.Nullable;

/** Sets lines of words on a page. */
final class TextSetter {
  /** From the top of a line to its baseline, in sizes, where lines follow each other by one. */
  private static final double RISE = 0.86;

  private static final double STEP = 0.94;

  private final Locale locale;
  private final List<Mark> marks;

  TextSetter(Locale locale, List<Mark> marks) {
    this.locale = locale;
    this.marks = marks;
  }

  static Paragraph paragraph(Words words, Face face, Locale locale) {
    var pieces = new ArrayList<Paragraph.Piece>();
    for (Words.Span span : words.spans()) {
      pieces.add(new Paragraph.Piece(span.text(), span.face() == null ? face : span.face()));
    }
    return Paragraph.of(pieces, locale);
  }

  /** Words in lines of one size. */
  record Fitted(Words words, List<Line> lines, double size, boolean cut) {
    double height(double leading) {
      return lines.size() * size * leading;
    }
  }

  void fit(Item.Text item, Tag tag) {
    Fitted fitted = fitted(item.words(), item.style(), item.box());
    if (fitted.cut) {
      tag.actual(item.words().plain());
    }
    double spare = item.box().height() - fitted.height(item.style().leading());
    double top =
        item.box().y()
            + switch (item.stand()) {
              case TOP -> 0;
              case MIDDLE -> spare / 2;
              case BOTTOM -> spare;
            };
    set(fitted, new Place(item.box(), top, item.style()), new Tags(tag, fitted.words));
  }

  void fitOrnament(Box box, Words words, TextStyle style) {
    Fitted fitted = fitted(words, style, box);
    set(fitted, new Place(box, box.y(), style), new Tags(null, words));
  }

  private Fitted fitted(Words words, TextStyle style, Box box) {
    Paragraph paragraph = paragraph(words, style.face(), locale);
    double width = Math.max(paragraph.width(), 1e-3);
    boolean single = words.plain().indexOf('\n') < 0;
    double inOne = Math.min(style.size(), box.width() / width);
    if (single && inOne >= Math.max(style.smallest(), style.size() * 0.72)) {
      return fitted(words, paragraph.lines(box.width() / inOne), inOne, false);
    }
    for (double size = style.size(); size >= style.smallest() - 1e-6; size *= STEP) {
      int lines = paragraph.lineCount(box.width() / size);
      boolean whole =
          paragraph.widestWord() * size <= box.width() || size * STEP < style.smallest();
      if (whole && lines * size * style.leading() <= box.height() + 0.01) {
        return fitted(words, paragraph.lines(box.width() / size), size, false);
      }
    }
    double size = style.smallest();
    int most = Math.max(1, (int) (box.height() / (size * style.leading()) + 1e-6));
    boolean cut = paragraph.lineCount(box.width() / size) > most;
    return fitted(words, paragraph.lines(box.width() / size, most), size, cut);
  }

  private static Fitted fitted(Words words, List<Line> lines, double size, boolean cut) {
    return new Fitted(words, lines, size, cut);
  }

  /** Where lines stand: within the box, from this height on. */
  record Place(Box box, double top, TextStyle style) {}

  void set(Fitted fitted, Place place, Tags tags) {
    double pitch = fitted.size * place.style.leading();
    double baseline = place.top + (pitch - fitted.size) / 2 + RISE * fitted.size;
    for (Line line : fitted.lines) {
      double spare = place.box.width() - line.width() * fitted.size;
      double left =
          place.box.x()
              + switch (place.style.align()) {
                case START -> 0;
                case CENTRE -> spare / 2;
                case END -> spare;
              };
      set(line, left, baseline, fitted.size, place.style.ink(), tags);
      baseline += pitch;
    }
  }

  private void set(Line line, double left, double baseline, double size, Ink ink, Tags tags) {
    for (Line.Run run : line.runs()) {
      Glyphs glyphs = run.glyphs();
      double x = left + run.x() * size;
      Tag tag = tags.of(run);
      marks.add(new Mark.Letters(x, baseline, size, ink, glyphs, tag));
      URI link = tags.link(run);
      if (link != null && tag != null) {
        var place = new Box(x, baseline - RISE * size, glyphs.width() * size, size * 1.15);
        marks.add(new Mark.Link(place, link, tags.text(run), tag));
      }
    }
  }

  /** Which tag the runs of a text have: that of the text, or one of their own within it. */
  static final class Tags {
    private final @Nullable Tag tag;
    private final Words words;
    private final Map<Own, Tag> own = new HashMap<>();

    /** What sets runs apart: the span they are of, and a language of their own. */
    private record Own(int piece, @Nullable String language) {}

    Tags(@Nullable Tag tag, Words words) {
      this.tag = tag;
      this.words = words;
    }

    @Nullable Tag of(Line.Run run) {
      Words.Span span = words.spans().get(run.piece());
      String language = span.language() == null ? foreign(run.glyphs()) : span.language();
      if (tag == null || span.link() == null && language == null) {
        return tag;
      }
      Tag parent = tag;
      return own.computeIfAbsent(
          new Own(run.piece(), language),
          key -> parent.inline(span.link() == null ? "Span" : "Link").language(language));
    }

    @Nullable URI link(Line.Run run) {
      return words.spans().get(run.piece()).link();
    }

    String text(Line.Run run) {
      return words.spans().get(run.piece()).text();
    }

    /**
     * A script in which none of the house's languages is written says at least that it is not the
     * document's language, so that no voice reads Arabic as if it were Spanish.
     */
    private static @Nullable String foreign(Glyphs glyphs) {
      for (Glyphs.Cluster cluster : glyphs.clusters()) {
        switch (UnicodeScript.of(cluster.text().codePointAt(0))) {
          case COMMON, INHERITED, UNKNOWN -> {}
          case LATIN, HAN -> {
            return null;
          }
          case UnicodeScript script -> {
            return "und-" + code(script);
          }
        }
      }
      return null;
    }

    /** The four letters of ISO 15924; those of the scripts that have a font. */
    private static String code(UnicodeScript script) {
      return switch (script) {
        case HANGUL -> "Kore";
        case HIRAGANA, KATAKANA -> "Jpan";
        case KHMER -> "Khmr";
        case MYANMAR -> "Mymr";
        case MALAYALAM -> "Mlym";
        case NKO -> "Nkoo";
        case SYRIAC -> "Syrc";
        case TIFINAGH -> "Tfng";
        case GUJARATI -> "Gujr";
        case GURMUKHI -> "Guru";
        case GEORGIAN -> "Geor";
        case KANNADA -> "Knda";
        case ORIYA -> "Orya";
        case TAMIL -> "Taml";
        case TELUGU -> "Telu";
        case THAANA -> "Thaa";
        case LAO -> "Laoo";
        case ARMENIAN -> "Armn";
        case BENGALI -> "Beng";
        case DEVANAGARI -> "Deva";
        case ETHIOPIC -> "Ethi";
        case SINHALA -> "Sinh";
        case ARABIC -> "Arab";
        case HEBREW -> "Hebr";
        case GREEK -> "Grek";
        case CYRILLIC -> "Cyrl";
        case THAI -> "Thai";
        default -> "Zyyy";
      };
    }
  }
}
