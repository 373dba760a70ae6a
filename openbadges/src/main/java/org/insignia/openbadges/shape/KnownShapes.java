package org.insignia.openbadges.shape;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.rdf.Canonical;
import org.insignia.openbadges.rdf.Contexts;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of canonical forms, learnt from the documents that came before: after a few of a series
 * the next one needs neither JSON-LD nor RDFC-1.0.
 *
 * <p>Nothing is trusted for being known: the form is the one that the general way gives, byte for
 * byte, and where a document does not let itself be shown to fit, the general way is taken. For any
 * number of threads, in bounded memory.
 */
public final class KnownShapes {
  /** Larger documents are read in the general way: they are few. */
  private static final int LARGEST_FORM = 64 * 1024;

  private static final int MOST_FAMILIES = 1_024;
  private static final int MOST_SHAPES = 8;

  /**
   * How many documents that were not known are learnt from, before it is every {@link #SELDOM}th.
   */
  private static final int OFTEN = 64;

  private static final int SELDOM = 16;
  private static final int ROOM = 24 * 1024 * 1024;

  private static final KnownShapes BUNDLED = new KnownShapes(Contexts.bundled());

  private final Contexts contexts;

  /** Replaced as a whole when full: whoever sends documents must not fill our memory. */
  private volatile Memory memory = new Memory();

  /** Shapes by what can be seen of them at a glance. */
  private static final class Memory {
    final Map<Integer, Family> families = new ConcurrentHashMap<>();
    final Room room = new Room(ROOM);
  }

  /** Shapes that look alike at a glance. */
  private static final class Family {
    final AtomicInteger misses = new AtomicInteger();
    volatile List<Shape> shapes = List.of();

    @Nullable Bytes hash(JsonObject document, MessageDigest outer) {
      for (Shape shape : shapes) {
        String[] values = shape.values(document);
        if (values != null) {
          return shape.hash(values, outer);
        }
      }
      return null;
    }

    /** Whether to learn at this miss: from the second on, and later more seldom. */
    boolean isTime() {
      int count = misses.incrementAndGet();
      return count > 1 && (count <= OFTEN || count % SELDOM == 0);
    }

    void learn(JsonObject document, Bytes form, KnownShapes known, Room room) {
      for (Shape shape : shapes) {
        String[] values = shape.values(document);
        if (values != null) {
          shape.learn(values, form, room);
          return;
        }
      }
      Shape shape = Shape.of(document, known.contexts);
      if (shape != null && room.take(form.size())) {
        add(shape);
        shape.learn(Objects.requireNonNull(shape.values(document)), form, room);
      }
    }

    /** Adds a shape; the oldest makes way. */
    private synchronized void add(Shape shape) {
      List<Shape> more = new ArrayList<>(shapes);
      if (more.size() == MOST_SHAPES) {
        more.removeFirst();
      }
      more.add(shape);
      shapes = List.copyOf(more);
    }
  }

  KnownShapes(Contexts contexts) {
    this.contexts = contexts;
  }

  /**
   * The hash of what {@link Canonical#form} gives.
   *
   * @param digest fresh; it is used up
   * @throws org.insignia.openbadges.json.MalformedCredential as there
   * @throws org.insignia.openbadges.rdf.OverBudget as there
   */
  public static Bytes hash(JsonObject document, Contexts contexts, MessageDigest digest) {
    // Documents that bring contexts of their own along are no two of a kind.
    return contexts == Contexts.bundled()
        ? BUNDLED.hash(document, digest)
        : Bytes.wrap(digest.digest(Canonical.form(document, contexts).view()));
  }

  /** The hash by a series that is known; null where none fits. */
  @Nullable Bytes find(JsonObject document, MessageDigest digest) {
    Family family = memory.families.get(glance(document));
    return family == null ? null : family.hash(document, digest);
  }

  Bytes hash(JsonObject document, MessageDigest digest) {
    Memory now = memory;
    int glance = glance(document);
    Family family = now.families.get(glance);
    Bytes known = family == null ? null : family.hash(document, digest);
    if (known != null) {
      return known;
    }
    Bytes form = Canonical.form(document, contexts);
    if (form.size() <= LARGEST_FORM) {
      remember(document, form, now.families.computeIfAbsent(glance, g -> new Family()), now);
    }
    digest.reset();
    return Bytes.wrap(digest.digest(form.view()));
  }

  private void remember(JsonObject document, Bytes form, Family family, Memory now) {
    if (now.room.isUsedUp() || now.families.size() > MOST_FAMILIES) {
      memory = new Memory();
    } else if (family.isTime()) {
      family.learn(document, form, this, now.room);
    }
  }

  /** Names of the first two levels and how much is in them, whatever their order; no values. */
  private static int glance(JsonObject document) {
    int sum = 0;
    for (Map.Entry<String, JsonValue> member : document.members().entrySet()) {
      sum += mixed(31 * member.getKey().hashCode() + inside(member.getValue()));
    }
    return sum;
  }

  private static int inside(JsonValue value) {
    return switch (value) {
      case JsonObject object -> {
        int sum = 1;
        for (String name : object.members().keySet()) {
          sum += name.hashCode();
        }
        yield sum;
      }
      case JsonArray array -> array.elements().size();
      case JsonValue scalar -> 0;
    };
  }

  private static int mixed(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 15;
  }
}
