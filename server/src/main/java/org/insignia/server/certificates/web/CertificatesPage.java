package org.insignia.server.certificates.web;

import java.util.List;
import java.util.Set;
import org.insignia.server.certificates.Edition;
import org.insignia.server.eligibility.BegunCertifications.Begun;

/**
 * The earner's certificates, and what is still under way.
 *
 * @param ticked ids of those that were ticked in a form that came back
 * @param problem what stood in the way of a download, in words; empty: nothing
 */
public record CertificatesPage(
    List<CertificateView> certificates,
    List<Begun> begun,
    Edition edition,
    Set<String> ticked,
    String problem) {
  public CertificatesPage {
    certificates = List.copyOf(certificates);
    begun = List.copyOf(begun);
    ticked = Set.copyOf(ticked);
  }

  /** How many can be downloaded. */
  public long printable() {
    return certificates.stream().filter(CertificateView::printable).count();
  }
}
