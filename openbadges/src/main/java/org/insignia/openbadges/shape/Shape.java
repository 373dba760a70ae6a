package org.insignia.openbadges.shape;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.rdf.JsonLd;
import org.jspecify.annotations.Nullable;

/**
 * All documents that differ in nothing but strings which only stand in statements, and the series
 * among them that were met.
 *
 * <p>That a template gives the right form is seen from how a document is read: members, types,
 * contexts, numbers and words of vocabularies decide which statements there are, and these must be
 * the same; a string of a hole is copied into a statement and looked at by nobody. What strings can
 * do all the same is looked at each time: make two things, two statements or two hashes one, or be
 * no IRI.
 */
final class Shape {
  private static final int MOST_SERIES = 16;
  private static final int MOST_RECENT = 16;

  /** Of ten constant holes so many must still be the same for a series to be widened. */
  private static final int OF_TEN_TO_WIDEN = 7;

  /** Of ten holes so many must be the same in two documents of a new series. */
  private static final int OF_TEN_TO_BEGIN = 5;

  private final Outline outline;
  private final Contexts contexts;
  private volatile List<Series> series = List.of();

  /** Documents that belonged to no series, by their values; only under the lock of this. */
  private final List<String[]> recent = new ArrayList<>();

  private Shape(Outline outline, Contexts contexts) {
    this.outline = outline;
    this.contexts = contexts;
  }

  /** The shape of a document; null where none is to be learnt of it. */
  static @Nullable Shape of(JsonObject document, Contexts contexts) {
    // A document with our marks in it would fill its own template.
    if (Json.write(document).contains(Series.WORD)) {
      return null;
    }
    return new Shape(Outline.of(document, JsonLd.toReadings(document, contexts).free()), contexts);
  }

  /** What stands in the holes; null where the document has another shape. */
  String @Nullable [] values(JsonObject document) {
    return outline.match(document);
  }

  /** The hash of the document with these values; null where no series gives it. */
  @Nullable Bytes hash(String[] values, MessageDigest outer) {
    for (Series one : series) {
      Bytes hash = one.includes(values) ? one.hash(values, outer) : null;
      if (hash != null) {
        return hash;
      }
      outer.reset();
    }
    return null;
  }

  /**
   * Learns from a document that was read in the general way: that it belongs to a series, or begins
   * one.
   *
   * @param form its canonical form
   */
  synchronized void learn(String[] values, Bytes form, Room room) {
    if (Arrays.stream(values).anyMatch(value -> value.contains(Series.WORD))) {
      return;
    }
    Series old = widest(values);
    Series made = old == null ? null : series(values, old.shared(values), form);
    if (made == null) {
      old = null;
      made = series(values, sharedWithRecent(values), form);
    }
    if (made != null && room.take(2 * form.size() + HashedStart.SIZE)) {
      replace(old, made);
    } else {
      remember(values, form, room);
    }
  }

  /** The series with these constants, if it gives this form for these values. */
  private @Nullable Series series(String[] values, int[] constant, Bytes form) {
    if (constant.length == 0) {
      return null;
    }
    try {
      Series made = Series.of(outline, values, constant, contexts);
      Bytes given = made.hash(values, Series.sha256());
      Bytes wanted = Bytes.wrap(Series.sha256().digest(form.view()));
      return given != null && given.equals(wanted) ? made : null;
    } catch (MalformedCredential e) {
      return null; // a context in which even our marks mean something
    }
  }

  /** The series that this document nearly belongs to; null where there is none. */
  private @Nullable Series widest(String[] values) {
    Series best = null;
    for (Series one : series) {
      int shared = one.shared(values).length;
      if (shared < one.constants()
          && shared * 10 >= one.constants() * OF_TEN_TO_WIDEN
          && (best == null || shared > best.shared(values).length)) {
        best = one;
      }
    }
    return best;
  }

  /** The holes with the same values as in the most similar document met lately. */
  private int[] sharedWithRecent(String[] values) {
    int[] best = {};
    for (String[] other : recent) {
      int[] shared =
          IntStream.range(0, values.length)
              .filter(hole -> values[hole].equals(other[hole]))
              .toArray();
      if (shared.length > best.length) {
        best = shared;
      }
    }
    return best.length * 10 >= values.length * OF_TEN_TO_BEGIN ? best : new int[0];
  }

  private void remember(String[] values, Bytes form, Room room) {
    if (room.take(2 * form.size())) {
      if (recent.size() == MOST_RECENT) {
        recent.removeFirst();
      }
      recent.add(values);
    }
  }

  private void replace(@Nullable Series old, Series made) {
    List<Series> next = new ArrayList<>(series);
    next.remove(old);
    if (next.size() == MOST_SERIES) {
      next.removeLast();
    }
    // The newest first: badges are issued, and looked at, in waves.
    next.addFirst(made);
    series = List.copyOf(next);
  }
}
