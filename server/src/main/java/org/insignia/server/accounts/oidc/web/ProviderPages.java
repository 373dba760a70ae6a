package org.insignia.server.accounts.oidc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.insignia.server.accounts.Errand;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.SignIns;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.accounts.oidc.ProviderLinks;
import org.insignia.server.accounts.oidc.ProviderSignIns;
import org.insignia.server.accounts.oidc.ProviderSignIns.Identity;
import org.insignia.server.accounts.oidc.Question;
import org.insignia.server.accounts.oidc.Question.Purpose;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** To a provider and back. */
@Controller
class ProviderPages {
  private static final String ASKED = "provider-question";
  private static final String PROBLEM = "/sign-in?problem=provider";

  private final ProviderSignIns providers;
  private final ProviderLinks links;
  private final PendingIdentity pending;
  private final SignIns signIns;
  private final Proof proof;
  private final Door door;

  ProviderPages(
      ProviderSignIns providers,
      ProviderLinks links,
      PendingIdentity pending,
      SignIns signIns,
      Proof proof,
      Door door) {
    this.providers = providers;
    this.links = links;
    this.pending = pending;
    this.signIns = signIns;
    this.proof = proof;
    this.door = door;
  }

  @GetMapping("/sign-in/with/{provider}")
  ModelAndView go(
      @PathVariable String provider,
      @RequestParam(name = "for", defaultValue = "") String purpose,
      HttpServletRequest request,
      Shell shell) {
    var wanted = purpose(purpose);
    if (wanted != Purpose.SIGN_IN && Door.person().isEmpty()) {
      return Door.signInFirst(request);
    }
    if (wanted == Purpose.LINK) {
      var missing = proof.missing(request, "/account/security");
      if (missing.isPresent()) {
        return missing.get();
      }
    }
    var question = providers.question(provider, wanted);
    var address = providers.address(question);
    if (address.isEmpty()) {
      return SeeOther.at(shell.link(PROBLEM));
    }
    request.getSession(true).setAttribute(ASKED, question);
    return new ModelAndView(new RedirectView(address.get().toString()));
  }

  private static Purpose purpose(String word) {
    return switch (word) {
      case "link" -> Purpose.LINK;
      case "prove" -> Purpose.PROVE;
      default -> Purpose.SIGN_IN;
    };
  }

  @GetMapping("/sign-in/with/{provider}/callback")
  ModelAndView back(
      @PathVariable String provider,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String iss,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    response.setHeader("Referrer-Policy", "no-referrer");
    var question = take(request);
    var identity = providers.answer(question.orElse(null), provider, state, code, iss);
    if (identity.isEmpty() || question.isEmpty()) {
      return SeeOther.at(shell.link(PROBLEM));
    }
    return switch (question.get().purpose()) {
      case SIGN_IN -> signIn(identity.get(), request, response, shell);
      case LINK -> link(identity.get(), request, shell);
      case PROVE -> prove(identity.get(), request, shell);
    };
  }

  private static Optional<Question> take(HttpServletRequest request) {
    if (request.getSession(false) instanceof HttpSession session
        && session.getAttribute(ASKED) instanceof Question question) {
      session.removeAttribute(ASKED);
      return Optional.of(question);
    }
    return Optional.empty();
  }

  private ModelAndView signIn(
      Identity identity, HttpServletRequest request, HttpServletResponse response, Shell shell) {
    var errand = Errand.of(request.getSession(false));
    var intent =
        errand
            .filter(e -> e.address() == null || e.address().equals(identity.label()))
            .map(Errand::intent);
    Optional<PersonId> person =
        links.owner(identity).or(() -> links.join(identity, shell.language(), intent.orElse(null)));
    if (person.isPresent()) {
      return door.admit(signIns.welcome(person.get()), request, response, shell);
    }
    pending.keep(identity, request);
    return SeeOther.at(shell.link("/sign-in/link"));
  }

  /**
   * Asks once more, with the name of the account there: whoever lured this browser into another
   * account of the provider would otherwise own this one.
   */
  private ModelAndView link(Identity identity, HttpServletRequest request, Shell shell) {
    pending.keep(identity, request);
    return SeeOther.at(shell.link("/sign-in/link"));
  }

  private ModelAndView prove(Identity identity, HttpServletRequest request, Shell shell) {
    boolean same =
        links.owner(identity).filter(p -> Door.person().filter(p::equals).isPresent()).isPresent();
    if (!same || !identity.justAuthenticated()) {
      return SeeOther.at(shell.link("/prove?problem=provider"));
    }
    proof.given(request);
    return SeeOther.at(shell.link(proof.next(request.getSession(false))));
  }
}
