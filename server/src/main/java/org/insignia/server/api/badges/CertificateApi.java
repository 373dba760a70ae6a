package org.insignia.server.api.badges;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.certificates.Certificates;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The printable document of a certification that the organisation gave. */
@RestController
@RequestMapping("/rest/v1/badges/{id}/certificate")
class CertificateApi {
  private final ApiDoor door;
  private final OwnBadges badges;
  private final Certificates certificates;
  private final CertificatePaper paper;

  CertificateApi(
      ApiDoor door, OwnBadges badges, Certificates certificates, CertificatePaper paper) {
    this.door = door;
    this.badges = badges;
    this.certificates = certificates;
    this.paper = paper;
  }

  @GetMapping
  ResponseEntity<byte[]> pdf(
      @PathVariable UUID id,
      @RequestParam(name = "paper", defaultValue = "a4") String sheet,
      @RequestParam(defaultValue = "") String language,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_READ);
    var badge = badges.badge(visit.organisation(), new CredentialId(id));
    var certificate =
        certificates
            .of(badge)
            .orElseThrow(
                () -> new Problem.NotFound("badges of certifications alone have a certificate"));
    return paper.of(certificate, new CertificatePaper.Wish(sheet, language));
  }
}
