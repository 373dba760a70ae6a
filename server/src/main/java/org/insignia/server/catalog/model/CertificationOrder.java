package org.insignia.server.catalog.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Sorts certifications so that what is required comes first, and finds circles. */
public final class CertificationOrder {
  private final Map<String, Certification> byUid = new HashMap<>();
  private final UnaryOperator<String> present;
  private final Set<String> done = new HashSet<>();
  private final List<String> path = new ArrayList<>();
  private final List<Certification> ordered = new ArrayList<>();

  private CertificationOrder(List<Certification> all, UnaryOperator<String> present) {
    this.present = present;
    all.forEach(certification -> byUid.put(certification.uid(), certification));
  }

  static List<Certification> of(List<Certification> all, UnaryOperator<String> present) {
    CertificationOrder order = new CertificationOrder(all, present);
    for (Certification certification : all) {
      List<String> circle = order.visit(certification);
      if (!circle.isEmpty()) {
        throw new IllegalArgumentException("certifications require each other: " + circle);
      }
    }
    return List.copyOf(order.ordered);
  }

  /** Uids of one circle of requirements, in order; empty where there is none. */
  public static List<String> circle(List<Certification> all, UnaryOperator<String> present) {
    CertificationOrder order = new CertificationOrder(all, present);
    for (Certification certification : all) {
      List<String> circle = order.visit(certification);
      if (!circle.isEmpty()) {
        return circle;
      }
    }
    return List.of();
  }

  private List<String> visit(Certification certification) {
    int at = path.indexOf(certification.uid());
    if (at >= 0) {
      return List.copyOf(path.subList(at, path.size()));
    }
    if (!done.add(certification.uid())) {
      return List.of();
    }
    path.add(certification.uid());
    for (String uid : needs(certification)) {
      Certification needed = byUid.get(present.apply(uid));
      if (needed != null) {
        // A certification on the path is in done as well: look at the path first.
        List<String> circle = visit(needed);
        if (!circle.isEmpty()) {
          return circle;
        }
      }
    }
    path.removeLast();
    ordered.add(certification);
    return List.of();
  }

  private static List<String> needs(Certification certification) {
    Requirement requires = certification.requires();
    return requires == null ? List.of() : requires.certifications().sorted().toList();
  }
}
