package org.insignia.server.api.catalogue;

import java.util.Optional;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.entries.Entries;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Finds entries of a catalogue by what programs call them, and shows one whole. */
@Component
class EntryViews {
  private final Catalog catalog;
  private final Entries entries;

  EntryViews(Catalog catalog, Entries entries) {
    this.catalog = catalog;
    this.entries = entries;
  }

  /**
   * @param name number or uid
   * @throws Problem.NotFound if the catalogue has none
   */
  static Exam exam(CatalogVersion version, String name) {
    return version
        .exam(name)
        .or(() -> version.examByCode(name))
        .orElseThrow(() -> new Problem.NotFound("there is no exam " + name));
  }

  /**
   * @param name slug or uid
   * @throws Problem.NotFound if the catalogue has none
   */
  static Certification certification(CatalogVersion version, String name) {
    return named(version, name)
        .orElseThrow(() -> new Problem.NotFound("there is no certification " + name));
  }

  static Optional<Certification> named(CatalogVersion version, String name) {
    return version
        .certification(name)
        .or(() -> version.certifications().stream().filter(c -> c.slug().equals(name)).findFirst());
  }

  EntryJson.Exam exam(Visit visit, String name) {
    var version = catalog.current(visit.organisation().id());
    var exam = exam(version, name);
    return EntryJson.exam(exam, version, kept(visit, exam.uid(), exam.title()));
  }

  EntryJson.Certification certification(Visit visit, String name) {
    var version = catalog.current(visit.organisation().id());
    var found = certification(version, name);
    return EntryJson.certification(found, version, kept(visit, found.uid(), found.title()));
  }

  private EntryJson.Kept kept(Visit visit, String uid, String title) {
    var organisation = visit.organisation();
    return new EntryJson.Kept(
        entries.titles(organisation, uid, title),
        !catalog.titlesByHand(organisation.id(), uid).isEmpty());
  }
}
