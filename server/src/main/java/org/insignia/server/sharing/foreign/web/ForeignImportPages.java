package org.insignia.server.sharing.foreign.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.insignia.server.sharing.foreign.ImportOutcome;
import org.insignia.server.sharing.web.Visitor;
import org.insignia.server.verification.Turnstile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Brings badges of elsewhere into an account. */
@Controller
class ForeignImportPages {
  private static final int LONGEST_ECHO = 20_000;

  private final ForeignBadges badges;
  private final Accounts accounts;
  private final Turnstile turnstile;

  ForeignImportPages(ForeignBadges badges, Accounts accounts, Turnstile turnstile) {
    this.badges = badges;
    this.accounts = accounts;
    this.turnstile = turnstile;
  }

  @GetMapping("/home/import")
  ModelAndView page(
      @RequestParam(defaultValue = "") String done, HttpServletRequest request, Shell shell) {
    return Visitor.of(shell)
        .map(person -> View.of("foreign/import", page(person, "", null, done)))
        .orElseGet(() -> Visitor.signInFirst("/home/import", request, shell));
  }

  @PostMapping("/home/import")
  ModelAndView bring(
      @RequestParam(defaultValue = "") String badge,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletRequest request,
      Shell shell)
      throws IOException {
    var person = Visitor.me(shell);
    var typed = badge.strip();
    var input = file == null || file.isEmpty() ? Bytes.utf8(typed) : Bytes.wrap(file.getBytes());
    boolean isTyped = file == null || file.isEmpty();
    var outcome =
        turnstile.enter(
            request.getRemoteAddr(),
            () -> isTyped ? badges.fromText(person, input) : badges.fromBytes(person, input));
    return switch (outcome) {
      case ImportOutcome.Kept kept ->
          SeeOther.at(
              shell.link(
                  "/imported/" + kept.id() + "?done=" + (kept.confirmed() ? "kept" : "unnamed")));
      case ImportOutcome.Known known ->
          SeeOther.at(shell.link("/imported/" + known.id() + "?done=known"));
      case ImportOutcome.Refused refused ->
          View.of(
              "foreign/import",
              page(person, echo(typed), refused, ""),
              HttpStatus.UNPROCESSABLE_CONTENT);
    };
  }

  private ImportPage page(
      PersonId person, String typed, ImportOutcome.@Nullable Refused refused, String done) {
    return new ImportPage(
        badges.of(person),
        typed,
        refused == null ? "" : refused.refusal().key(),
        refused == null ? null : refused.report(),
        accounts.verifiedAddresses(person).stream().map(EmailAddress::value).toList(),
        done.equals("removed") ? "foreign.done.removed" : "");
  }

  private static String echo(String typed) {
    return typed.length() > LONGEST_ECHO ? "" : typed;
  }
}
