package org.insignia.server.certificates.design;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.audit.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions of how certificates look. A certificate has the version that was in force when its
 * badge was issued, for ever; what was issued before an organisation had any has its first one.
 */
@Service
public class CertificateDesigns {
  private final CertificateDesignStore store;
  private final Audit audit;
  private final Clock clock;

  CertificateDesigns(CertificateDesignStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** All versions, the latest first; empty for an organisation that uses the product's look. */
  public List<CertificateDesign> versions(Organisation organisation) {
    return store.all(organisation.id()).reversed();
  }

  /** What badges issued from now on get. */
  public CertificateDesign current(Organisation organisation) {
    return versions(organisation).stream().findFirst().orElseGet(() -> house(organisation));
  }

  /** What the certificate of a badge issued then looks like. */
  public CertificateDesign at(Organisation organisation, Instant issued) {
    var versions = versions(organisation);
    return versions.stream()
        .filter(design -> !design.since().isAfter(issued))
        .findFirst()
        .orElseGet(() -> versions.isEmpty() ? house(organisation) : versions.getLast());
  }

  private static CertificateDesign house(Organisation organisation) {
    return CertificateDesign.ofTheHouse(organisation.accent());
  }

  /**
   * Lays down another version; one that looks like the present one changes nothing.
   *
   * @param wish its version and time are not looked at
   * @return the version in force now
   */
  @Transactional
  public CertificateDesign change(String actor, Organisation organisation, CertificateDesign wish) {
    store.lock(organisation.id());
    var before = current(organisation);
    if (before.version() > 0 && before.looksLike(wish)) {
      return before;
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var since = now.isAfter(before.since()) ? now : before.since().plusMillis(1);
    var next = wish.as(before.version() + 1, since);
    store.insert(organisation.id(), next);
    audit.record(
        actor,
        organisation.id().value(),
        "certificates.design",
        "organisation:" + organisation.id().value(),
        "version " + next.version());
    return next;
  }
}
