package org.insignia.server.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.accounts.door.WaitWords;
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

/** A person's mailboxes: added, confirmed, made the main one, removed. */
@Controller
class AddressPages {
  private static final String HERE = "/account/addresses";

  /** What may stand after {@code ?done=}, and the text that says it. */
  private static final Map<String, String> DONE =
      Map.of(
          "address", "accounts.account.address-sent",
          "confirmed", "accounts.account.address-confirmed",
          "merged", "accounts.merge.done",
          "main", "accounts.account.address-main",
          "removed", "accounts.account.address-removed");

  private final Addresses addresses;
  private final Proof proof;

  AddressPages(Addresses addresses, Proof proof) {
    this.addresses = addresses;
    this.proof = proof;
  }

  @GetMapping(HERE)
  ModelAndView all(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
    return Door.person()
        .map(p -> page(p, "", DONE.getOrDefault(done, ""), new Problems()))
        .orElseGet(() -> Door.signInFirst(request));
  }

  private ModelAndView page(PersonId person, String typed, String saved, Problems problems) {
    var page = new AddressesPage(addresses.of(person), typed, saved, problems);
    return Form.of("accounts/addresses", page, problems);
  }

  @PostMapping(HERE)
  ModelAndView add(@RequestParam(defaultValue = "") String address, Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return SeeOther.at("/sign-in");
    }
    var problems = new Problems();
    var mailbox = EmailAddress.parse(address);
    if (mailbox.isEmpty()) {
      problems.add("address", shell.t("accounts.address.wrong"));
    } else {
      addresses
          .add(person.get(), mailbox.get())
          .ifPresent(w -> problems.add("address", WaitWords.say(w, shell)));
    }
    return problems.none()
        ? SeeOther.at(shell.link(HERE + "?done=address"))
        : page(person.get(), address, "", problems);
  }

  @PostMapping(HERE + "/main")
  ModelAndView main(@RequestParam UUID id, HttpServletRequest request, Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return SeeOther.at("/sign-in");
    }
    return proof
        .missing(request, HERE)
        .orElseGet(() -> {
          addresses.makeMain(person.get(), id);
          return SeeOther.at(shell.link(HERE + "?done=main"));
        });
  }

  @PostMapping(HERE + "/remove")
  ModelAndView remove(@RequestParam UUID id, HttpServletRequest request, Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return SeeOther.at("/sign-in");
    }
    return proof
        .missing(request, HERE)
        .orElseGet(() -> {
          addresses.remove(person.get(), id);
          return SeeOther.at(shell.link(HERE + "?done=removed"));
        });
  }

  @GetMapping("/confirm-address/{token}")
  ModelAndView confirmation(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    return Door.person()
        .map(person -> confirmation(person, token))
        .orElseGet(() -> Door.signInFirst(request));
  }

  private ModelAndView confirmation(PersonId person, String token) {
    return SecretToken.parse(token)
        .flatMap(t -> addresses.find(person, t))
        .map(m ->
            View.of(
                "accounts/confirm",
                new ConfirmPage(
                    m.address().value(), "/confirm-address/" + token, false, new Problems())))
        .orElseGet(AddressPages::gone);
  }

  /** A new address is a way in: whoever found a browser open does not get one. */
  @PostMapping("/confirm-address/{token}")
  ModelAndView confirm(
      @PathVariable String token,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    response.setHeader("Referrer-Policy", "no-referrer");
    var person = Door.person();
    var secret = SecretToken.parse(token);
    if (person.isEmpty()
        || secret.isEmpty()
        || addresses.find(person.get(), secret.get()).isEmpty()) {
      return gone();
    }
    var missing = proof.missing(request, "/confirm-address/" + token);
    if (missing.isPresent()) {
      return missing.get();
    }
    return addresses.confirm(person.get(), secret.get())
        ? SeeOther.at(shell.link(HERE + "?done=confirmed"))
        : gone();
  }

  private static ModelAndView gone() {
    return View.of(
        "accounts/gone", new GonePage("accounts.gone.address", HERE), HttpStatus.NOT_FOUND);
  }
}
