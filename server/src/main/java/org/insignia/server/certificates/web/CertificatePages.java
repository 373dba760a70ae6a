package org.insignia.server.certificates.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.certificates.Certificate;
import org.insignia.server.certificates.Certificates;
import org.insignia.server.certificates.Edition;
import org.insignia.server.certificates.Press;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The certificates of who is signed in: the list, and each of them seen in a page. */
@Controller
class CertificatePages {
  static final String HERE = "/home/certificates";

  private final Certificates certificates;
  private final Shelf shelf;
  private final Press press;

  CertificatePages(Certificates certificates, Shelf shelf, Press press) {
    this.certificates = certificates;
    this.shelf = shelf;
    this.press = press;
  }

  @GetMapping(HERE)
  ModelAndView list(HttpServletRequest request, Shell shell) {
    return Earner.in(shell)
        .map(person ->
            View.of(
                "certificates/certificates",
                shelf.page(person, shelf.edition(person, request, shell), Set.of(), "", shell)))
        .orElseGet(() -> Earner.signInFirst(HERE, request, shell));
  }

  /** One of them, drawn as it will be printed. */
  @GetMapping(HERE + "/{id}")
  ModelAndView look(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String paper,
      @RequestParam(name = "in", defaultValue = "") String language,
      HttpServletRequest request,
      Shell shell) {
    var person = Earner.in(shell);
    if (person.isEmpty()) {
      return Earner.signInFirst(HERE + "/" + id, request, shell);
    }
    var certificate = mine(person.get(), id);
    if (!certificate.id().value().equals(id)) {
      return SeeOther.at(shell.link(HERE + "/" + certificate.id().value()));
    }
    var edition = shelf.edition(person.get(), request, shell).or(paper, language);
    return View.of(
        "certificates/certificate",
        new CertificatePage(
            CertificateView.of(certificate, shell.language()),
            edition,
            certificate.isPrintable() ? picture(certificate, edition) : ""));
  }

  private static String picture(Certificate certificate, Edition edition) {
    return HERE
        + "/"
        + certificate.id().value()
        + "/page.png?paper="
        + edition.paper().word()
        + "&in="
        + edition.language().tag();
  }

  @GetMapping(HERE + "/{id}/page.png")
  ResponseEntity<byte[]> picture(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String paper,
      @RequestParam(name = "in", defaultValue = "") String language,
      HttpServletRequest request,
      Shell shell) {
    var person = Earner.me(shell);
    var certificate = mine(person, id);
    if (!certificate.isPrintable()) {
      throw new Problem.NotFound("this certificate is out of force");
    }
    var edition = shelf.edition(person, request, shell).or(paper, language);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .header("Cache-Control", "private, no-store")
        .body(press.picture(certificate, edition).toArray());
  }

  private Certificate mine(PersonId person, UUID id) {
    return certificates
        .of(person, new CredentialId(id))
        .orElseThrow(() -> new Problem.NotFound("certificate " + id));
  }
}
