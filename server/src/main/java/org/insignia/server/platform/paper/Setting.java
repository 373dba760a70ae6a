package org.insignia.server.platform.paper;

import java.util.ArrayList;
import java.util.List;
import org.insignia.server.platform.fonts.Face;
import org.insignia.server.platform.paper.drawing.Box;
import org.insignia.server.platform.paper.drawing.Leaf;
import org.insignia.server.platform.paper.drawing.Mark;
import org.insignia.server.platform.paper.drawing.Tag;

/** Gives everything in a document its place, page by page. */
final class Setting {
  private final Document document;
  private final Tag tags;
  private final List<List<Mark>> pages = new ArrayList<>();

  Setting(Document document, Tag tags) {
    this.document = document;
    this.tags = tags;
  }

  List<Leaf> leaves() {
    var feet = new ArrayList<Foot>();
    for (Part part : document.parts()) {
      int first = pages.size();
      switch (part) {
        case Part.Fixed fixed -> {
          var marks = new ArrayList<Mark>();
          new ItemSetter(document.language().locale(), tags, marks).set(fixed.items());
          pages.add(marks);
        }
        case Part.Running running -> {
          pages.addAll(new FlowSetter(document, running, tags).pages());
          for (int page = first; page < pages.size(); page++) {
            feet.add(new Foot(page, running));
          }
        }
      }
    }
    feet.forEach(this::set);
    Sheet sheet = document.sheet();
    return pages.stream().map(page -> new Leaf(sheet.width(), sheet.height(), page)).toList();
  }

  private record Foot(int page, Part.Running part) {}

  private void set(Foot foot) {
    Part.Running part = foot.part;
    double size = part.typography().size() * 0.8;
    double width = document.sheet().width() - 2 * part.margin();
    double top = document.sheet().height() - part.margin() * 0.62;
    var style = TextStyle.of(Face.REGULAR, size, part.typography().soft());
    String number = part.foot().right().text(foot.page + 1, pages.size());
    var left = new Box(part.margin(), top, width * 0.72, size * 1.5);
    var right = new Box(part.margin() + width * 0.74, top, width * 0.26, size * 1.5);
    var text = new TextSetter(document.language().locale(), pages.get(foot.page));
    text.fitOrnament(left, Words.of(part.foot().left()), style);
    text.fitOrnament(right, Words.of(number), style.atEnd());
  }
}
