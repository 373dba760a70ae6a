package org.insignia.server.insights.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.insignia.server.insights.syntax.Value;
import org.jspecify.annotations.Nullable;

/** A posting as the feed wrote it, not yet checked; filled by an adapter. */
public final class Draft {
  private static final int MOST_TAGS = 200;
  private static final int LONGEST_TAG = 100;

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\s]+");

  private final Map<Field, String> fields = new EnumMap<>(Field.class);
  private final List<String> tags = new ArrayList<>();
  private @Nullable Fault fault;
  private String wrong = "";

  /** Sets a part; blank text leaves it as it is. */
  public Draft with(Field field, String text) {
    if (!text.isBlank()) {
      fields.put(field, text);
    }
    return this;
  }

  /** Sets a part where nothing has set it yet. */
  public Draft orElse(Field field, String text) {
    return fields.containsKey(field) ? this : with(field, text);
  }

  /** Adds to a part, on a line of its own. */
  public Draft and(Field field, String text) {
    if (!text.isBlank()) {
      fields.merge(field, text, (before, more) -> before + "\n\n" + more);
    }
    return this;
  }

  /** Sets both bounds of the pay; nothing where a bound is not there. */
  public Draft pay(Value low, Value high) {
    return with(Field.LOW, low.text()).with(Field.HIGH, high.text());
  }

  /** Adds keywords; they come as a list of texts or not at all. */
  public Draft tags(Value list) {
    if (list instanceof Value.Text || list instanceof Value.Fields) {
      return fault(Fault.BAD_TAGS, list.text());
    }
    var said = list.each().stream().filter(tag -> !(tag instanceof Value.Absent)).toList();
    said.forEach(this::tag);
    // Blank ones are left out; but a list of nothing else is none.
    return said.isEmpty() || fault != null || !tags.isEmpty()
        ? this
        : fault(Fault.BAD_TAGS, "blank");
  }

  private void tag(Value value) {
    var text = value.text();
    if (!Wording.isPlain(text, LONGEST_TAG)) {
      text = UNSEEN.matcher(text).replaceAll(" ").strip();
    }
    if (!(value instanceof Value.Text) || text.length() > LONGEST_TAG) {
      fault(Fault.BAD_TAGS, text);
    } else if (tags.size() == MOST_TAGS) {
      fault(Fault.BAD_TAGS, "more than " + MOST_TAGS);
    } else if (!text.isEmpty() && !tags.contains(text)) {
      tags.add(text);
    }
  }

  /** Says what is wrong with the item; the first thing said stays. */
  public Draft fault(Fault what, String value) {
    if (fault == null) {
      fault = what;
      wrong = value;
    }
    return this;
  }

  String text(Field field) {
    return fields.getOrDefault(field, "");
  }

  List<String> tags() {
    return tags;
  }

  @Nullable Fault fault() {
    return fault;
  }

  String wrong() {
    return wrong;
  }
}
