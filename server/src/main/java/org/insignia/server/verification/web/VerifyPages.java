package org.insignia.server.verification.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.TypedNumbers;
import org.insignia.server.platform.web.View;
import org.insignia.server.verification.Turnstile;
import org.insignia.server.verification.Verification;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Anybody's badge, judged in the open: no account, no cookie, nothing kept. */
@Controller
class VerifyPages {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_ECHO = 20_000;

  private final Verification verification;
  private final Turnstile turnstile;
  private final ObjectProvider<TypedNumbers> numbers;

  VerifyPages(
      Verification verification, Turnstile turnstile, ObjectProvider<TypedNumbers> numbers) {
    this.verification = verification;
    this.turnstile = turnstile;
    this.numbers = numbers;
  }

  /** The empty page, or the result for an address: a link that can be sent around. */
  @GetMapping("/verify")
  ModelAndView page(
      @RequestParam(required = false) @Nullable String url,
      HttpServletRequest request,
      Shell shell) {
    var number = url == null ? Optional.<String>empty() : numbered(url);
    if (number.isPresent()) {
      return SeeOther.at(shell.link(number.get()));
    }
    return url == null || url.isBlank()
        ? View.of("verification/verify", new VerifyPage("", "", "", null))
        : judged(url, "", Bytes.utf8(url.strip()), request);
  }

  @PostMapping("/verify")
  ModelAndView verify(
      @RequestParam(required = false, defaultValue = "") String badge,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletRequest request,
      Shell shell)
      throws IOException {
    if (file != null && !file.isEmpty()) {
      var name = String.valueOf(file.getOriginalFilename());
      return file.getSize() > Verification.MOST_BYTES
          ? refused(badge, "verification.verify.too-large")
          : judged(badge, cut(name, LONGEST_NAME), Bytes.wrap(file.getBytes()), request);
    }
    if (badge.isBlank()) {
      return refused("", "verification.verify.nothing");
    }
    var number = numbered(badge);
    if (number.isPresent()) {
      return SeeOther.at(shell.link(number.get()));
    }
    return badge.length() > Verification.MOST_BYTES
        ? refused("", "verification.verify.too-large")
        : judged(badge, "", Bytes.utf8(badge.strip()), request);
  }

  private Optional<String> numbered(String typed) {
    return numbers.stream().flatMap(known -> known.path(typed).stream()).findFirst();
  }

  private ModelAndView judged(
      String typed, String fileName, Bytes input, HttpServletRequest request) {
    var report =
        turnstile.enter(
            request.getRemoteAddr(), () -> verification.view(verification.verifyFor(input)));
    var echo = typed.length() > LONGEST_ECHO ? "" : typed;
    return View.of("verification/verify", new VerifyPage(echo, fileName, "", report));
  }

  private static ModelAndView refused(String typed, String problem) {
    return View.of(
        "verification/verify",
        new VerifyPage(cut(typed, LONGEST_ECHO), "", problem, null),
        HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
