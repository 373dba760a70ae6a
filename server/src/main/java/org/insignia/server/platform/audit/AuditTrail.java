package org.insignia.server.platform.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The record of one organisation, to be read. */
@Component
public class AuditTrail {
  /** How many lines a question looks at: one that fits none comes back soon all the same. */
  private static final int LOOKED = 25_000;

  private final AuditStore store;
  private final int atOnce;

  @Autowired
  AuditTrail(AuditStore store) {
    this(store, LOOKED);
  }

  AuditTrail(AuditStore store, int atOnce) {
    this.store = store;
    this.atOnce = atOnce;
  }

  /**
   * What was found of what was looked at.
   *
   * @param lines the newest first
   * @param next from where to look on; null at the end of the record
   */
  public record Found(List<AuditLine> lines, AuditWish.@Nullable Place next) {
    public Found {
      lines = List.copyOf(lines);
    }
  }

  /** Some lines that fit, of the newest 25,000 that the wish's days and place allow. */
  public Found find(UUID organisation, AuditWish wish, int limit) {
    var lines = store.find(organisation, wish, atOnce, limit + 1);
    if (lines.size() > limit) {
      var shown = lines.subList(0, limit);
      return new Found(shown, place(shown.getLast()));
    }
    return new Found(lines, store.lastLooked(organisation, wish, atOnce).orElse(null));
  }

  /** As the other, however many are looked at for it, up to some. */
  public List<AuditLine> find(UUID organisation, AuditWish wish, int limit, int looked) {
    var lines = new ArrayList<AuditLine>();
    var on = wish;
    for (int seen = 0; seen < looked && lines.size() < limit; seen += atOnce) {
      var found = find(organisation, on, limit - lines.size());
      lines.addAll(found.lines());
      if (found.next() == null) {
        break;
      }
      on = wish.after(found.next());
    }
    return lines;
  }

  private static AuditWish.Place place(AuditLine line) {
    return new AuditWish.Place(line.at(), line.id());
  }
}
