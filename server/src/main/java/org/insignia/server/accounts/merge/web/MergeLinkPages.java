package org.insignia.server.accounts.merge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.accounts.door.WaitWords;
import org.insignia.server.accounts.merge.MergeProofs;
import org.insignia.server.accounts.totp.SecondFactor;
import org.insignia.server.accounts.web.GonePage;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Showing the other account by a link to its mailbox, opened in the browser that asked. */
@Controller
class MergeLinkPages {
  private static final String HERE = "/account/merge";

  private final MergeProofs proofs;
  private final Accounts accounts;
  private final SecondFactor secondFactor;
  private final OtherAccount other;
  private final Proof proof;

  MergeLinkPages(
      MergeProofs proofs,
      Accounts accounts,
      SecondFactor secondFactor,
      OtherAccount other,
      Proof proof) {
    this.proofs = proofs;
    this.accounts = accounts;
    this.secondFactor = secondFactor;
    this.other = other;
    this.proof = proof;
  }

  @PostMapping(HERE + "/mail")
  ModelAndView send(
      @RequestParam(defaultValue = "") String mailbox, HttpServletRequest request, Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return SeeOther.at("/sign-in");
    }
    var missing = proof.missing(request, HERE);
    if (missing.isPresent()) {
      return missing.get();
    }
    var problems = new Problems();
    var address = EmailAddress.parse(mailbox);
    if (address.isEmpty()) {
      problems.add("mailbox", shell.t("accounts.address.wrong"));
    } else if (accounts.verifiedAddresses(person.get()).contains(address.get())) {
      problems.add("mailbox", shell.t("accounts.merge.same"));
    } else {
      proofs
          .ask(person.get(), address.get())
          .ifPresent(wait -> problems.add("mailbox", WaitWords.say(wait, shell)));
    }
    if (!problems.none()) {
      return Form.of("accounts/merge", new MergePage(mailbox, "", problems), problems);
    }
    other.sent(address.orElseThrow().value(), request);
    return SeeOther.at(shell.link(HERE + "?sent=yes"));
  }

  @GetMapping(HERE + "/confirm/{token}")
  ModelAndView open(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    return Door.person()
        .map(p -> page(p, token, new Problems()))
        .orElseGet(() -> Door.signInFirst(request));
  }

  private ModelAndView page(PersonId person, String token, Problems problems) {
    return SecretToken.parse(token)
        .flatMap(t -> proofs.find(person, t))
        .map(found ->
            Form.of(
                "accounts/merge-link",
                new MergeLinkPage(
                    accounts.verifiedAddresses(found).getFirst().value(),
                    HERE + "/confirm/" + token,
                    secondFactor.isOn(found),
                    problems),
                problems))
        .orElseGet(MergeLinkPages::gone);
  }

  @PostMapping(HERE + "/confirm/{token}")
  ModelAndView confirm(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    response.setHeader("Referrer-Policy", "no-referrer");
    var person = Door.person();
    var secret = SecretToken.parse(token);
    if (person.isEmpty() || secret.isEmpty()) {
      return gone();
    }
    var found = proofs.find(person.get(), secret.get());
    if (found.isEmpty()) {
      return gone();
    }
    var problems = new Problems();
    AccountMergePages.checkCode(found.get(), code, secondFactor, shell, problems);
    if (!problems.none()) {
      return page(person.get(), token, problems);
    }
    var taken = proofs.take(person.get(), secret.get());
    if (taken.isEmpty()) {
      return gone();
    }
    other.keep(taken.get(), request);
    return SeeOther.at(shell.link(HERE + "/preview"));
  }

  private static ModelAndView gone() {
    return View.of(
        "accounts/gone", new GonePage("accounts.gone.merge", HERE), HttpStatus.NOT_FOUND);
  }
}
