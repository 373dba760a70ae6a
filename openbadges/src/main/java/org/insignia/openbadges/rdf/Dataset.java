package org.insignia.openbadges.rdf;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** A set of statements, in the order in which they were met, each once. */
public record Dataset(List<Quad> quads) {
  public Dataset {
    quads = List.copyOf(new LinkedHashSet<>(quads));
  }

  /** A dataset of these statements; repetitions are dropped. */
  public static Dataset of(Collection<Quad> quads) {
    return new Dataset(List.copyOf(quads));
  }
}
