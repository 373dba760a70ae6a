package org.insignia.server.certificates.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.insignia.server.certificates.Certificate;
import org.insignia.server.certificates.Certificates;
import org.insignia.server.issuing.CertificateNumber;
import org.insignia.server.issuing.Renderings;
import org.insignia.server.platform.look.Accent;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.TypedNumbers;
import org.insignia.server.platform.web.View;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the code on a certificate leads, and its number when it is typed: how it stands, for
 * everybody. A number nobody ever printed and one whose holder keeps the badge private look alike.
 */
@Controller
class NumberPages implements Renderings, TypedNumbers {
  private final Certificates certificates;

  NumberPages(Certificates certificates) {
    this.certificates = certificates;
  }

  @Override
  public List<String> addresses() {
    return List.of("/verify/{number}", "/verify/{number}?lang=es");
  }

  @Override
  public Optional<String> path(String typed) {
    return CertificateNumber.parse(typed).map(number -> "/verify/" + number.text());
  }

  @GetMapping("/verify/{number:[0-9A-Za-z-]{16,40}}")
  ModelAndView number(@PathVariable String number, Shell shell, HttpServletResponse response) {
    var read = CertificateNumber.parse(number);
    if (read.isPresent() && !read.get().text().equals(number)) {
      return SeeOther.at(shell.link("/verify/" + read.get().text()));
    }
    var certificate = read.flatMap(certificates::publicly);
    response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
    response.setHeader(
        HttpHeaders.CACHE_CONTROL,
        shell.signedIn() || certificate.isEmpty() ? "private, no-store" : "public, max-age=30");
    return certificate
        .map(c -> View.of("certificates/number", shown(c, shell)))
        .orElseGet(() ->
            View.of(
                "certificates/number",
                new NumberPage(number, null, "", "", ""),
                HttpStatus.NOT_FOUND));
  }

  private static NumberPage shown(Certificate certificate, Shell shell) {
    var badge = certificate.credential().path();
    var url = URLEncoder.encode(shell.absolute(badge), StandardCharsets.UTF_8);
    return new NumberPage(
        certificate.number().text(),
        CertificateView.of(certificate, shell.language()),
        badge,
        "/verify?url=" + url,
        Accent.parse(certificate.organisation().accent()).map(Accent::sheet).orElse(""));
  }
}
