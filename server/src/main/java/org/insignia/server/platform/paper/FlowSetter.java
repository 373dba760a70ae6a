package org.insignia.server.platform.paper;

import java.util.List;
import org.insignia.server.platform.fonts.Face;
import org.insignia.server.platform.fonts.Line;
import org.insignia.server.platform.fonts.Paragraph;
import org.insignia.server.platform.paper.drawing.Box;
import org.insignia.server.platform.paper.drawing.Ink;
import org.insignia.server.platform.paper.drawing.Mark;
import org.insignia.server.platform.paper.drawing.Tag;
import org.jspecify.annotations.Nullable;

/** Sets running text: block after block, page after page. */
final class FlowSetter {
  private static final double[] HEADINGS = {2.0, 1.4, 1.15, 1.0};

  /** A line alone at the foot or the top of a page is hard to read. */
  private static final int TOGETHER = 2;

  private final Part.Running part;
  private final Tag tags;
  private final Flow flow;
  private final Typography look;

  FlowSetter(Document document, Part.Running part, Tag tags) {
    this.part = part;
    this.tags = tags;
    this.look = part.typography();
    this.flow = new Flow(document.sheet(), part.margin(), document.language().locale());
  }

  List<List<Mark>> pages() {
    part.blocks().forEach(this::set);
    return flow.pages();
  }

  private void set(Block block) {
    switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Paragraph paragraph -> paragraph(paragraph.words(), look.size(), look.text());
      case Block.Note note -> paragraph(note.words(), look.size() * 0.85, look.soft());
      case Block.Definitions definitions -> definitions(definitions);
      case Block.Bullets bullets -> bullets(bullets);
      case Block.Table table -> new TableSetter(flow, look, tags).set(table);
      case Block.Space space -> flow.space(space.height());
      case Block.Rule rule -> {
        flow.space(look.size() * 0.6);
        flow.rule(0.6, look.soft());
        flow.space(look.size() * 0.6);
      }
      case Block.Picture picture -> {
        Box box = new Box(0, 0, picture.width(), picture.height());
        Box fitted = ItemSetter.fitted(box, picture.raster().width(), picture.raster().height());
        Box place = place(fitted.width(), fitted.height());
        flow.marks().add(new Mark.Pixels(place, picture.raster(), figure(picture.alt())));
      }
      case Block.Drawing drawing -> {
        Box place = place(drawing.width(), drawing.height());
        flow.marks().add(new Mark.Drawn(place, drawing.figure(), figure(drawing.alt())));
      }
      case Block.Band band -> band(band);
    }
  }

  private @Nullable Tag figure(String alt) {
    return alt.isBlank() ? null : tags.child("Figure").alternative(alt);
  }

  /** Room for something at the left, which it then takes. */
  private Box place(double width, double height) {
    flow.need(height);
    Box box = flow.box(0, width, height);
    flow.down(height + look.size() * 0.8);
    return box;
  }

  private void band(Block.Band band) {
    flow.need(band.height());
    double x = flow.left;
    double y = flow.y();
    var setter = new ItemSetter(flow.locale(), tags, flow.marks());
    setter.set(band.items().stream().map(item -> moved(item, x, y)).toList());
    flow.down(band.height());
  }

  private static Item moved(Item item, double x, double y) {
    return switch (item) {
      case Item.Text t ->
          new Item.Text(moved(t.box(), x, y), t.words(), t.style(), t.role(), t.stand());
      case Item.Picture p -> new Item.Picture(moved(p.box(), x, y), p.raster(), p.alt());
      case Item.Drawing d -> new Item.Drawing(moved(d.box(), x, y), d.figure(), d.alt());
      case Item.Qr q -> new Item.Qr(moved(q.box(), x, y), q.text(), q.alt());
      case Item.Panel p ->
          new Item.Panel(moved(p.box(), x, y), p.fill(), p.frame(), p.line(), p.radius());
    };
  }

  private static Box moved(Box box, double x, double y) {
    return new Box(box.x() + x, box.y() + y, box.width(), box.height());
  }

  private void heading(Block.Heading heading) {
    double size = look.size() * HEADINGS[heading.level() - 1];
    flow.space(heading.level() == 1 ? size * 0.5 : size * 1.1);
    var style = TextStyle.of(look.headings(), size, look.accent()).leading(1.2);
    List<Line> lines = lines(heading.words(), style);
    // What it is the heading of must begin on the same page.
    flow.need(lines.size() * size * 1.2 + 4.5 * look.size());
    text(heading.words(), style, tags.child("H" + heading.level()));
    flow.space(size * 0.35);
  }

  private List<Line> lines(Words words, TextStyle style) {
    return TextSetter.paragraph(words, style.face(), flow.locale())
        .lines(flow.width / style.size());
  }

  private void paragraph(Words words, double size, Ink ink) {
    if (!words.plain().isBlank()) {
      text(words, TextStyle.of(Face.REGULAR, size, ink).leading(1.4), tags.child("P"));
      flow.space(look.size() * 0.6);
    }
  }

  /** Lines across the whole width, over as many pages as it takes. */
  private void text(Words words, TextStyle style, Tag tag) {
    Paragraph paragraph = TextSetter.paragraph(words, style.face(), flow.locale());
    List<Line> lines = paragraph.lines(flow.width / style.size());
    double pitch = style.size() * style.leading();
    var own = new TextSetter.Tags(tag, words);
    int from = 0;
    while (from < lines.size()) {
      int rest = lines.size() - from;
      flow.need(Math.min(rest, TOGETHER) * pitch);
      int fits = Math.max(1, (int) (flow.left() / pitch + 0.01));
      boolean lonely = fits < rest && rest - fits < TOGETHER && fits > TOGETHER;
      int count = Math.min(rest, lonely ? fits - 1 : fits);
      var some =
          new TextSetter.Fitted(words, lines.subList(from, from + count), style.size(), false);
      var place = new TextSetter.Place(flow.box(0, flow.width, 0), flow.y(), style);
      flow.text().set(some, place, own);
      flow.down(count * pitch);
      from += count;
      if (from < lines.size()) {
        flow.newPage();
      }
    }
  }

  private void definitions(Block.Definitions definitions) {
    if (definitions.definitions().isEmpty()) {
      return;
    }
    Tag list = tags.child("L");
    double term = flow.width * 0.3;
    double gap = look.size();
    var soft = TextStyle.of(Face.REGULAR, look.size(), look.soft());
    var strong = TextStyle.of(Face.REGULAR, look.size(), look.text());
    for (Block.Definition definition : definitions.definitions()) {
      Tag item = list.child("LI");
      new RowSetter(flow)
          .cell(0, term, definition.term(), soft, item.child("Lbl"))
          .cell(
              term + gap,
              flow.width - term - gap,
              definition.description(),
              strong,
              item.child("LBody"))
          .set(look.size() * 0.12, () -> {});
    }
    flow.space(look.size() * 0.6);
  }

  private void bullets(Block.Bullets bullets) {
    if (bullets.points().isEmpty()) {
      return;
    }
    Tag list = tags.child("L");
    double indent = look.size() * 1.3;
    var style = TextStyle.of(Face.REGULAR, look.size(), look.text()).leading(1.4);
    for (Words point : bullets.points()) {
      Tag item = list.child("LI");
      new RowSetter(flow)
          .cell(0, indent, Words.of("\u2022"), style, item.child("Lbl"))
          .cell(indent, flow.width - indent, point, style, item.child("LBody"))
          .set(0, () -> {});
    }
    flow.space(look.size() * 0.6);
  }
}
