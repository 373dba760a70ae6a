package org.insignia.server.claims.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.web.ClaimPage.Visitor;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The earner's dashboard, and what can be done from there with one badge. */
@Controller
class HomePages {
  private final Claims claims;
  private final Accounts accounts;
  private final Credentials credentials;
  private final BadgeViews views;
  private final Pictures pictures;

  HomePages(
      Claims claims,
      Accounts accounts,
      Credentials credentials,
      BadgeViews views,
      Pictures pictures) {
    this.claims = claims;
    this.accounts = accounts;
    this.credentials = credentials;
    this.views = views;
    this.pictures = pictures;
  }

  @GetMapping("/home")
  ModelAndView home(
      @RequestParam(defaultValue = "") String accepted, HttpServletRequest request, Shell shell) {
    return Earner.in(shell)
        .map(person -> home(person, accepted, shell))
        .orElseGet(() -> Earner.signInFirst("/home", request, shell));
  }

  private ModelAndView home(PersonId person, String accepted, Shell shell) {
    var held = badges(claims.held(person), shell);
    var page =
        new HomePage(
            accounts.person(person).name(),
            badges(claims.waitingFor(person), shell).stream().filter(BadgeView::isAlive).toList(),
            held,
            badges(claims.rejectedBy(person), shell).stream().filter(BadgeView::isAlive).toList(),
            accounts.verifiedAddresses(person).stream().map(EmailAddress::value).toList(),
            held.stream().filter(b -> b.id().toString().equals(accepted)).findFirst().orElse(null));
    return View.of("claims/home", page);
  }

  private List<BadgeView> badges(Collection<Claim> of, Shell shell) {
    return views.of(of, shell.language(), id -> "/home/badges/" + id.value() + "/image.png");
  }

  @GetMapping("/home/badges/{id}/image.png")
  ResponseEntity<byte[]> image(@PathVariable UUID id, Shell shell) {
    var mine = mine(id, shell);
    return pictures.of(credentials.find(mine.credential()).orElseThrow());
  }

  @GetMapping("/home/badges/{id}")
  ModelAndView decide(@PathVariable UUID id, HttpServletRequest request, Shell shell) {
    if (!shell.signedIn()) {
      return Earner.signInFirst("/home/badges/" + id, request, shell);
    }
    var claim = mine(id, shell);
    if (claim.state() == Claim.State.ACCEPTED) {
      return SeeOther.at(shell.link("/badges/" + id));
    }
    var visitor = claim.state() == Claim.State.REJECTED ? Visitor.DECLINED : Visitor.EARNER;
    var badge = badges(List.of(claim), shell).getFirst();
    var page =
        new ClaimPage(
            badge, "/home/badges/" + id, visitor, claim.recipient().value(), Earner.name(shell));
    return View.of("claims/claim", page);
  }

  @PostMapping("/home/badges/{id}/accept")
  ModelAndView accept(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String visibility,
      HttpServletRequest request,
      Shell shell) {
    var me = me(shell);
    var badge = mine(id, shell).credential();
    claims.accept(me, badge, Claim.Visibility.of(visibility));
    return SeeOther.at(shell.link(Earner.afterAccepting(badge, request)));
  }

  @PostMapping("/home/badges/{id}/reject")
  ModelAndView reject(@PathVariable UUID id, Shell shell) {
    claims.reject(me(shell), new CredentialId(id));
    return SeeOther.at(shell.link("/home"));
  }

  @PostMapping("/home/badges/{id}/take-back")
  ModelAndView takeBack(@PathVariable UUID id, Shell shell) {
    claims.takeBack(me(shell), new CredentialId(id));
    return SeeOther.at(shell.link("/home/badges/" + id));
  }

  @PostMapping("/home/badges/{id}/visibility")
  ModelAndView show(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String visibility, Shell shell) {
    claims.show(me(shell), new CredentialId(id), Claim.Visibility.of(visibility));
    return SeeOther.at(shell.link("/home"));
  }

  /**
   * A badge that is held by the person signed in or was offered to them; nothing else exists here.
   */
  private Claim mine(UUID id, Shell shell) {
    var person = Earner.in(shell);
    return claims
        .of(new CredentialId(id))
        .filter(claim ->
            person.isPresent()
                && (person.get().equals(claim.owner())
                    || claim.state() != Claim.State.ACCEPTED
                        && claims.isOfferedTo(person.get(), claim)))
        .orElseThrow(() -> new Problem.NotFound("badge " + id));
  }

  private static PersonId me(Shell shell) {
    return Earner.in(shell).orElseThrow(() -> new Problem.Forbidden("sign in first"));
  }
}
