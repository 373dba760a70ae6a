package org.insignia.server.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Confirming a further mailbox, signed in as the one who added it. */
@Controller
class AddressPages {
  private final Addresses addresses;

  AddressPages(Addresses addresses) {
    this.addresses = addresses;
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

  @PostMapping("/confirm-address/{token}")
  ModelAndView confirm(@PathVariable String token, HttpServletResponse response, Shell shell) {
    response.setHeader("Referrer-Policy", "no-referrer");
    var person = Door.person();
    var secret = SecretToken.parse(token);
    if (person.isEmpty() || secret.isEmpty() || !addresses.confirm(person.get(), secret.get())) {
      return gone();
    }
    return SeeOther.at(shell.link("/account?done=confirmed"));
  }

  private static ModelAndView gone() {
    return View.of(
        "accounts/gone", new GonePage("accounts.gone.address", "/account"), HttpStatus.NOT_FOUND);
  }
}
