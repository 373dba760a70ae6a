package org.insignia.server.accounts.merge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.SignIns;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.accounts.door.WaitWords;
import org.insignia.server.accounts.merge.AccountMerges;
import org.insignia.server.accounts.merge.Stake;
import org.insignia.server.accounts.totp.SecondFactor;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Merging: show that this account is yours, show that the other one is, look at what will happen,
 * do it.
 */
@Controller
class AccountMergePages {
  private static final String HERE = "/account/merge";

  private final Accounts accounts;
  private final AccountMerges merges;
  private final SignIns signIns;
  private final SecondFactor secondFactor;
  private final ObjectProvider<Stake> stakes;
  private final OtherAccount other;
  private final Proof proof;

  AccountMergePages(
      Accounts accounts,
      AccountMerges merges,
      SignIns signIns,
      SecondFactor secondFactor,
      ObjectProvider<Stake> stakes,
      OtherAccount other,
      Proof proof) {
    this.accounts = accounts;
    this.merges = merges;
    this.signIns = signIns;
    this.secondFactor = secondFactor;
    this.stakes = stakes;
    this.other = other;
    this.proof = proof;
  }

  @GetMapping(HERE)
  ModelAndView ask(@RequestParam(defaultValue = "") String sent, HttpServletRequest request) {
    return proven(
        request, p -> page(sent.equals("yes") ? other.sentTo(request) : "", "", new Problems()));
  }

  private ModelAndView proven(HttpServletRequest request, Function<PersonId, ModelAndView> then) {
    var person = Door.person();
    return person.isEmpty()
        ? Door.signInFirst(request)
        : proof.missing(request, HERE).orElseGet(() -> then.apply(person.get()));
  }

  private static ModelAndView page(String sentTo, String address, Problems problems) {
    return Form.of("accounts/merge", new MergePage(address, sentTo, problems), problems);
  }

  /**
   * By the password of the other account; answers alike whether there is such an account or not.
   */
  @PostMapping(HERE + "/password")
  ModelAndView password(
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      Shell shell) {
    return proven(
        request,
        person -> {
          var problems = new Problems();
          var found = opened(address, password, code, request, shell, problems);
          if (problems.none() && person.equals(found)) {
            problems.add("address", shell.t("accounts.merge.same"));
          }
          if (!problems.none() || found == null) {
            return page("", address, problems);
          }
          other.keep(found, request);
          return SeeOther.at(shell.link(HERE + "/preview"));
        });
  }

  private @Nullable PersonId opened(
      String address,
      String password,
      String code,
      HttpServletRequest request,
      Shell shell,
      Problems problems) {
    var mailbox = EmailAddress.parse(address);
    if (mailbox.isEmpty()) {
      problems.add("address", shell.t("accounts.address.wrong"));
      return null;
    }
    var outcome =
        signIns.attempt(new SignIns.Try(mailbox.get(), password, null, request.getRemoteAddr()));
    return switch (outcome) {
      case SignIns.Wrong() -> {
        problems.add("password", shell.t("accounts.sign-in.wrong"));
        yield null;
      }
      case SignIns.Wait(var wait) -> {
        problems.add("password", WaitWords.say(wait, shell));
        yield null;
      }
      case SignIns.Welcome(var principal, var device) -> {
        var found = principal.person();
        checkCode(found, code, secondFactor, shell, problems);
        yield found;
      }
    };
  }

  static void checkCode(
      PersonId person, String code, SecondFactor secondFactor, Shell shell, Problems problems) {
    if (secondFactor.isOn(person)) {
      switch (secondFactor.check(person, code)) {
        case SecondFactor.Right() -> {}
        case SecondFactor.Wrong() -> problems.add("code", shell.t("accounts.code.wrong"));
        case SecondFactor.Wait(var wait) -> problems.add("code", WaitWords.say(wait, shell));
      }
    }
  }

  @GetMapping(HERE + "/preview")
  ModelAndView preview(HttpServletRequest request, Shell shell) {
    return proven(
        request,
        kept ->
            other
                .proven(request)
                .filter(gone -> !gone.equals(kept))
                .map(gone -> View.of("accounts/merge-preview", preview(kept, gone)))
                .orElseGet(() -> SeeOther.at(shell.link(HERE))));
  }

  private MergePreviewPage preview(PersonId kept, PersonId gone) {
    List<String> moving =
        accounts.verifiedAddresses(gone).stream().map(EmailAddress::value).toList();
    return new MergePreviewPage(
        accounts.verifiedAddresses(kept).getFirst().value(),
        accounts.person(kept).name(),
        moving.getFirst(),
        accounts.person(gone).name(),
        moving,
        stakes.orderedStream().flatMap(s -> s.of(gone).stream()).toList());
  }

  @PostMapping(HERE)
  ModelAndView merge(HttpServletRequest request, HttpServletResponse response, Shell shell) {
    return proven(
        request,
        kept -> {
          var gone = other.take(request);
          if (gone.isEmpty()) {
            return SeeOther.at(shell.link(HERE));
          }
          merges.merge(kept, gone.get());
          return SeeOther.at(shell.link("/account/addresses?done=merged"));
        });
  }
}
