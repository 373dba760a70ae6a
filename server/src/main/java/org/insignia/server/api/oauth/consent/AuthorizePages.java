package org.insignia.server.api.oauth.consent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Errand;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.api.oauth.OAuthClients;
import org.insignia.server.api.oauth.RedirectAddress;
import org.insignia.server.platform.web.ContentPolicy;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks a person whether a program may act for them. It is asked each time. */
@Controller
class AuthorizePages {
  static final String HERE = "/oauth/authorize";

  private final AuthorizationRequests requests;
  private final Consents consents;
  private final OAuthClients clients;
  private final Accounts accounts;

  AuthorizePages(
      AuthorizationRequests requests, Consents consents, OAuthClients clients, Accounts accounts) {
    this.requests = requests;
    this.consents = consents;
    this.clients = clients;
    this.accounts = accounts;
  }

  @GetMapping(HERE)
  ModelAndView ask(HttpServletRequest request, HttpServletResponse response, Shell shell) {
    response.setHeader("Referrer-Policy", "no-referrer");
    return switch (requests.read(request.getParameterMap())) {
      case Reading.Refused refused -> refused(refused);
      case Reading.Sound sound ->
          Door.person()
              .map(person -> asked(person, sound.request(), response, shell))
              .orElseGet(() -> signIn(sound.request(), request));
    };
  }

  /**
   * @param decision {@code allow}; anything else is a no
   */
  @PostMapping(HERE)
  @Nullable ModelAndView decide(
      @RequestParam(defaultValue = "") String decision,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (requests.read(request.getParameterMap())) {
      case Reading.Refused refused -> refused(refused);
      case Reading.Sound sound -> {
        var person = Door.person();
        if (person.isEmpty()) {
          yield signIn(sound.request(), request);
        }
        leave(response, answer(person.get(), sound.request(), decision.equals("allow")));
        yield null;
      }
    };
  }

  private String answer(PersonId person, AuthorizationRequest asked, boolean allowed) {
    return allowed
        ? requests.answer(
            asked.redirectUri(),
            asked.state(),
            Map.of(
                "code",
                consents.allow(person, requests.granted(asked, person)).text(),
                "scope",
                asked.scope()))
        : requests.back(asked.redirectUri(), asked.state(), "access_denied");
  }

  /** To an address that the program registered, and that the person has just read. */
  private static void leave(HttpServletResponse response, String address) {
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Location", address);
    response.setStatus(HttpStatus.SEE_OTHER.value());
  }

  private static ModelAndView signIn(AuthorizationRequest asked, HttpServletRequest request) {
    Errand.to(AuthorizationRequest.address(HERE, asked.parameters()))
        .keepIn(request.getSession(true));
    return SeeOther.at("/sign-in");
  }

  private static ModelAndView refused(Reading.Refused refused) {
    var host = refused.back().isEmpty() ? "" : RedirectAddress.host(refused.back());
    return View.of(
        "api/consent-refused",
        new RefusedPage(refused.error(), refused.detail(), refused.back(), host),
        HttpStatus.BAD_REQUEST);
  }

  private ModelAndView asked(
      PersonId person, AuthorizationRequest asked, HttpServletResponse response, Shell shell) {
    ContentPolicy.withFormTo(response, RedirectAddress.source(asked.redirectUri()));
    var of = asked.client();
    var meanings = PersonScope.meanings(asked.scopes());
    var page =
        new ConsentPage(
            of.name(),
            RedirectAddress.host(asked.redirectUri()),
            RedirectAddress.isOnDevice(asked.redirectUri()),
            accounts.person(person).name(),
            accounts.verifiedAddresses(person).getFirst().value(),
            meanings.stream()
                .filter(m -> m != PersonScope.Meaning.STAY)
                .map(PersonScope.Meaning::key)
                .toList(),
            more(asked, shell),
            meanings.contains(PersonScope.Meaning.STAY),
            clients.said(of.id(), "tos_uri"),
            clients.said(of.id(), "policy_uri"),
            consents.earlier(person, of.id()).map(Consent::madeAt).orElse(null),
            asked.parameters());
    return View.of("api/consent", page);
  }

  private List<String> more(AuthorizationRequest asked, Shell shell) {
    if (asked.details() == null) {
      return List.of();
    }
    var json = Objects.requireNonNull(asked.details());
    return requests.details().stream()
        .filter(d -> d.understands(json))
        .map(d -> d.words(json, shell))
        .toList();
  }
}
