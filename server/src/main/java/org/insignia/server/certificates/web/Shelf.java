package org.insignia.server.certificates.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.certificates.Certificates;
import org.insignia.server.certificates.Edition;
import org.insignia.server.certificates.Editions;
import org.insignia.server.eligibility.BegunCertifications;
import org.insignia.server.platform.web.Shell;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Gathers what the list of certificates shows. */
@Component
final class Shelf {
  private final Certificates certificates;
  private final Editions editions;
  private final BegunCertifications begun;

  Shelf(Certificates certificates, Editions editions, BegunCertifications begun) {
    this.certificates = certificates;
    this.editions = editions;
    this.begun = begun;
  }

  /** What was chosen last, else what suits the reader. */
  Edition edition(PersonId person, HttpServletRequest request, Shell shell) {
    return editions
        .of(person)
        .orElseGet(() ->
            Edition.suiting(shell.language(), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
  }

  CertificatesPage page(
      PersonId person, Edition edition, Set<String> ticked, String problem, Shell shell) {
    return new CertificatesPage(
        certificates.of(person).stream().map(c -> CertificateView.of(c, shell.language())).toList(),
        begun.of(person.value(), shell.language()),
        edition,
        ticked,
        problem);
  }
}
