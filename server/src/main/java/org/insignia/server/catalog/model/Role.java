package org.insignia.server.catalog.model;

import java.util.List;

/** A job role and the certifications that lead to it. */
public record Role(String uid, List<String> certifications, List<Path> paths) implements Entry {
  public Role {
    certifications = List.copyOf(certifications);
    paths = List.copyOf(paths);
  }

  /** A suggested order of certifications, first one first. */
  public record Path(String uid, String title, List<String> certifications) {
    public Path {
      certifications = List.copyOf(certifications);
    }
  }
}
