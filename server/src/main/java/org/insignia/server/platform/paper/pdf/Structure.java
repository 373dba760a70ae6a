package org.insignia.server.platform.paper.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.platform.paper.drawing.Kid;
import org.insignia.server.platform.paper.drawing.Tag;
import org.jspecify.annotations.Nullable;

/** Writes the tree of tags, and the way back from what is drawn to its tag (14.7). */
final class Structure {
  private final ObjectWriter out;
  private final int root;
  private final int[] pages;
  private final Map<Tag, Integer> numbers = new HashMap<>();
  private final Map<Tag, String> places = new HashMap<>();
  private final List<String> parents = new ArrayList<>();

  /**
   * @param pages the numbers of the pages' objects
   */
  Structure(ObjectWriter out, int[] pages) {
    this.out = out;
    this.root = out.reserve();
    this.pages = pages;
  }

  private int number(Tag tag) {
    return numbers.computeIfAbsent(tag, t -> out.reserve());
  }

  /** A page under its key in the tree of parents, which pages number from 0 on. */
  void page(List<Tag> owners) {
    var all = new StringBuilder("[");
    owners.forEach(tag -> all.append(Syntax.reference(number(tag))).append(' '));
    parents.add(all.append(']').toString());
  }

  /** The key in the tree of parents for something that can be used. */
  int usable(Tag tag) {
    parents.add(Syntax.reference(number(tag)));
    return parents.size() - 1;
  }

  /** Where a picture is, in the page's own coordinates. */
  void place(Tag tag, String bounds) {
    places.putIfAbsent(tag, bounds);
  }

  /** Writes all; returns the number of the tree. */
  int write(Tag document) {
    element(document, root);
    var keys = new StringBuilder();
    for (int i = 0; i < parents.size(); i++) {
      keys.append(i).append(' ').append(parents.get(i)).append('\n');
    }
    int tree = out.add("<</Nums[" + keys + "]>>");
    out.put(
        root,
        "<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            .formatted(number(document), tree, parents.size()));
    return root;
  }

  private void element(Tag tag, int parent) {
    var body = new StringBuilder("<</Type/StructElem/S/").append(tag.role());
    body.append("/P ").append(Syntax.reference(parent));
    text(body, "Lang", tag.language());
    text(body, "Alt", tag.alternative());
    text(body, "ActualText", tag.actual());
    attributes(body, tag);
    body.append("/K[");
    for (Kid kid : tag.kids()) {
      switch (kid) {
        case Tag child -> {
          body.append(Syntax.reference(number(child))).append(' ');
          element(child, number(tag));
        }
        case Kid.Content content ->
            body.append(
                "<</Type/MCR/Pg %d 0 R/MCID %d>>"
                    .formatted(pages[content.page()], content.number()));
        case Kid.Usable usable ->
            body.append(
                "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>"
                    .formatted(pages[usable.page()], usable.object()));
      }
    }
    out.put(number(tag), body.append("]>>").toString());
  }

  private void attributes(StringBuilder body, Tag tag) {
    String bounds = places.get(tag);
    if (tag.scope() != null) {
      body.append("/A<</O/Table/Scope/").append(tag.scope()).append(">>");
    } else if (tag.summary() != null) {
      body.append("/A<</O/Table/Summary").append(Syntax.text(tag.summary())).append(">>");
    } else if (bounds != null) {
      body.append("/A<</O/Layout/BBox").append(bounds).append(">>");
    }
  }

  private static void text(StringBuilder body, String key, @Nullable String value) {
    if (value != null) {
      body.append('/').append(key).append(Syntax.text(value));
    }
  }
}
