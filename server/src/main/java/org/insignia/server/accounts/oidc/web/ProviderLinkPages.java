package org.insignia.server.accounts.oidc.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.insignia.server.accounts.Errand;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.accounts.oidc.ProviderLinks;
import org.insignia.server.accounts.oidc.ProviderSignIns;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Saying which account here an account of another site opens, and taking that back. */
@Controller
class ProviderLinkPages {
  private static final String HERE = "/sign-in/link";

  private final ProviderSignIns providers;
  private final ProviderLinks links;
  private final PendingIdentity pending;
  private final Proof proof;

  ProviderLinkPages(
      ProviderSignIns providers, ProviderLinks links, PendingIdentity pending, Proof proof) {
    this.providers = providers;
    this.links = links;
    this.pending = pending;
    this.proof = proof;
  }

  /** After signing in or up, one comes back here. */
  @GetMapping(HERE)
  ModelAndView ask(HttpServletRequest request, Shell shell) {
    var identity = pending.of(request);
    if (identity.isEmpty()) {
      return SeeOther.at(shell.link(shell.signedIn() ? "/home" : "/sign-in"));
    }
    if (!shell.signedIn()) {
      Errand.to(HERE).keepIn(request.getSession(true));
    }
    var name =
        providers.buttons().stream()
            .filter(b -> b.id().equals(identity.get().provider()))
            .map(ProviderSignIns.Button::name)
            .findFirst()
            .orElse("");
    return View.of(
        "accounts/unknown-identity",
        new UnknownIdentityPage(name, identity.get().label(), shell.signedIn()));
  }

  @PostMapping(HERE)
  ModelAndView link(HttpServletRequest request, Shell shell) {
    var person = Door.person();
    var identity = pending.of(request);
    if (person.isEmpty() || identity.isEmpty()) {
      return SeeOther.at(shell.link("/sign-in"));
    }
    var missing = proof.missing(request, HERE);
    if (missing.isPresent()) {
      return missing.get();
    }
    pending.forget(request);
    boolean linked = links.link(person.get(), identity.get());
    return SeeOther.at(
        shell.link("/account/security?done=" + (linked ? "linked" : "linked-elsewhere")));
  }

  @PostMapping("/account/providers/remove")
  ModelAndView remove(@RequestParam UUID id, HttpServletRequest request, Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return SeeOther.at("/sign-in");
    }
    return proof
        .missing(request, "/account/security")
        .orElseGet(() -> {
          links.remove(person.get(), id);
          return SeeOther.at(shell.link("/account/security?done=unlinked"));
        });
  }
}
