package org.insignia.server.catalog.model;

/** One thing of the catalogue, known by its uid. */
public sealed interface Entry permits Exam, Certification, Renewal, Role {
  String uid();

  default Kind kind() {
    return switch (this) {
      case Exam _ -> Kind.EXAM;
      case Certification _ -> Kind.CERTIFICATION;
      case Renewal _ -> Kind.RENEWAL;
      case Role _ -> Kind.ROLE;
    };
  }

  /** Names are stored: add, never rename. */
  enum Kind {
    EXAM,
    CERTIFICATION,
    RENEWAL,
    ROLE
  }
}
