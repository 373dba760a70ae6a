package org.insignia.openbadges.fuzz;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The targets by the names that {@code ./dev fuzz} knows. */
final class FuzzTargets {
  private static final Map<String, Supplier<FuzzTarget>> ALL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("cbor", CborTarget::new),
              Map.entry("json", JsonTarget::new),
              Map.entry("jsonld", JsonLdTarget::new),
              Map.entry("keys", KeyTextTarget::new),
              Map.entry("nquads", NQuadsTarget::new),
              Map.entry("pdf", PdfTarget::new),
              Map.entry("png", PngTarget::new),
              Map.entry("proof", ProofTarget::new),
              Map.entry("shape", ShapeTarget::new),
              Map.entry("status", StatusListTarget::new),
              Map.entry("svg", SvgTarget::new),
              Map.entry("token", TokenTarget::new),
              Map.entry("verify", VerifierTarget::new),
              Map.entry("world", WorldTarget::new)));

  private FuzzTargets() {}

  static Iterable<String> names() {
    return ALL.keySet();
  }

  /**
   * @throws IllegalArgumentException for a name that is not one of them
   */
  static FuzzTarget named(String name) {
    Supplier<FuzzTarget> target = ALL.get(name);
    if (target == null) {
      throw new IllegalArgumentException("no fuzz target " + name + ", there are " + ALL.keySet());
    }
    return target.get();
  }
}
