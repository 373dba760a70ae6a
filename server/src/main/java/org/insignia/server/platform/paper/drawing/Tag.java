package org.insignia.server.platform.paper.drawing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document as assistive technology knows it: a heading, a paragraph, a cell (ISO
 * 32000-1, 14.8.4). Built while a document is set, by one thread.
 */
public final class Tag implements Kid {
  private final String role;
  private final @Nullable Tag parent;
  private final List<Kid> kids = new ArrayList<>();
  private @Nullable String language;
  private @Nullable String alternative;
  private @Nullable String actual;
  private @Nullable String summary;
  private @Nullable String scope;
  private boolean attached;

  private Tag(String role, @Nullable Tag parent) {
    this.role = role;
    this.parent = parent;
  }

  /** The root of a document's tags. */
  public static Tag document() {
    var tag = new Tag("Document", null);
    tag.attached = true;
    return tag;
  }

  /** A part that stands where it is made, even where it has no content. */
  public Tag child(String role) {
    Tag child = inline(role);
    child.attach();
    return child;
  }

  /** A part of a line: it stands where its first letter is. */
  public Tag inline(String role) {
    return new Tag(role, this);
  }

  /** Puts it behind what its parent has by now; once. */
  private void attach() {
    if (!attached && parent != null) {
      attached = true;
      parent.attach();
      parent.kids.add(this);
    }
  }

  public String role() {
    return role;
  }

  public @Nullable Tag parent() {
    return parent;
  }

  /** In reading order. */
  public List<Kid> kids() {
    return List.copyOf(kids);
  }

  public void add(Kid.Content content) {
    attach();
    kids.add(content);
  }

  public void add(Kid.Usable usable) {
    attach();
    kids.add(usable);
  }

  /**
   * @param tag a BCP 47 language tag
   */
  public Tag language(@Nullable String tag) {
    this.language = tag;
    return this;
  }

  public @Nullable String language() {
    return language;
  }

  /** What a picture shows, in words. */
  public Tag alternative(String text) {
    this.alternative = text;
    return this;
  }

  public @Nullable String alternative() {
    return alternative;
  }

  /** All of a text of which only the beginning is seen. */
  public Tag actual(String text) {
    this.actual = text;
    return this;
  }

  public @Nullable String actual() {
    return actual;
  }

  /** What a table is about. */
  public Tag summary(String text) {
    this.summary = text;
    return this;
  }

  public @Nullable String summary() {
    return summary;
  }

  /** Of what a heading cell is the heading: {@code Column} or {@code Row}. */
  public Tag scope(String name) {
    this.scope = name;
    return this;
  }

  public @Nullable String scope() {
    return scope;
  }

  @Override
  public String toString() {
    return role;
  }
}
