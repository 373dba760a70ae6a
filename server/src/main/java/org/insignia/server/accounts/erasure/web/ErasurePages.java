package org.insignia.server.accounts.erasure.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.accounts.erasure.Erasures;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Erasing one's account: said plainly before, done at once. */
@Controller
class ErasurePages {
  private static final String HERE = "/account/delete";

  private final Erasures erasures;
  private final Accounts accounts;
  private final Proof proof;
  private final Door door;

  ErasurePages(Erasures erasures, Accounts accounts, Proof proof, Door door) {
    this.erasures = erasures;
    this.accounts = accounts;
    this.proof = proof;
    this.door = door;
  }

  @GetMapping(HERE)
  ModelAndView ask(HttpServletRequest request) {
    return proven(request, this::page);
  }

  private ModelAndView proven(HttpServletRequest request, Function<PersonId, ModelAndView> then) {
    var person = Door.person();
    return person.isEmpty()
        ? Door.signInFirst(request)
        : proof.missing(request, HERE).orElseGet(() -> then.apply(person.get()));
  }

  private ModelAndView page(PersonId person) {
    return View.of(
        "accounts/delete",
        new ErasurePage(
            accounts.verifiedAddresses(person).getFirst().value(),
            erasures.stakes(person),
            erasures.ties(person)));
  }

  @PostMapping(HERE)
  ModelAndView erase(HttpServletRequest request, Shell shell) {
    return proven(
        request,
        person -> {
          if (!erasures.ties(person).isEmpty()) {
            return page(person);
          }
          erasures.erase(person);
          door.leave(request);
          return SeeOther.at(shell.link("/account-deleted"));
        });
  }

  @GetMapping("/account-deleted")
  ModelAndView done() {
    return new ModelAndView("accounts/deleted");
  }
}
