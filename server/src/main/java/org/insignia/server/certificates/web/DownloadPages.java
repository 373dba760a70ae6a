package org.insignia.server.certificates.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.certificates.Certificate;
import org.insignia.server.certificates.Certificates;
import org.insignia.server.certificates.Edition;
import org.insignia.server.certificates.Editions;
import org.insignia.server.certificates.files.CertificateDownloads;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Those of the certificates that were ticked: one as PDF, several as one ZIP. */
@Controller
class DownloadPages {
  private final Certificates certificates;
  private final CertificateDownloads downloads;
  private final Editions editions;
  private final Shelf shelf;

  DownloadPages(
      Certificates certificates, CertificateDownloads downloads, Editions editions, Shelf shelf) {
    this.certificates = certificates;
    this.downloads = downloads;
    this.editions = editions;
    this.shelf = shelf;
  }

  /** A form, since the choice of paper and language is kept for the next time. */
  @PostMapping(CertificatePages.HERE + "/download")
  @Nullable ModelAndView download(
      @RequestParam(name = "id", required = false) @Nullable List<String> ids,
      @RequestParam(defaultValue = "") String paper,
      @RequestParam(name = "in", defaultValue = "") String language,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell)
      throws IOException {
    var person = Earner.me(shell);
    var edition = shelf.edition(person, request, shell).or(paper, language);
    Set<String> ticked = ids == null ? Set.of() : new LinkedHashSet<>(ids);
    if (ticked.isEmpty() || ticked.size() > CertificateDownloads.MOST) {
      var problem =
          ticked.isEmpty()
              ? shell.t("certificates.download.none")
              : shell.t("certificates.download.many", ticked.size(), CertificateDownloads.MOST);
      return refused(person, edition, ticked, problem, shell);
    }
    var wanted = wanted(person, ticked);
    var spoilt = wanted.stream().filter(c -> !c.isPrintable()).findFirst();
    if (spoilt.isPresent()) {
      var title = spoilt.get().title(shell.language());
      return refused(
          person, edition, ticked, shell.t("certificates.download.spoilt", title), shell);
    }
    editions.remember(person, edition);
    downloads.send(wanted, edition, response);
    return null; // the answer is written
  }

  private ModelAndView refused(
      PersonId person, Edition edition, Set<String> ticked, String problem, Shell shell) {
    return View.of(
        "certificates/certificates",
        shelf.page(person, edition, ticked, problem, shell),
        HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /**
   * @throws Problem.NotFound if one of them is not the person's or no id at all
   */
  private List<Certificate> wanted(PersonId person, Set<String> ticked) {
    var ids = ticked.stream().map(DownloadPages::id).toList();
    if (ids.stream().anyMatch(Optional::isEmpty)) {
      throw new Problem.NotFound("no certificate of yours");
    }
    var found = certificates.of(person, ids.stream().map(Optional::orElseThrow).toList());
    if (found.size() != ids.size()) {
      throw new Problem.NotFound("no certificate of yours");
    }
    return found;
  }

  private static Optional<CredentialId> id(String text) {
    try {
      return text.length() == 36
          ? Optional.of(new CredentialId(UUID.fromString(text)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
