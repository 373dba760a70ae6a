package org.insignia.server.claims.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Errand;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.LetterLimits;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.ClaimLinks;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.entry.EntryLinks;
import org.insignia.server.claims.entry.Mailed;
import org.insignia.server.claims.web.ClaimPage.Visitor;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page behind the link in an invitation. Looking has no effect, however often a mail scanner
 * looks.
 */
@Controller
class ClaimPages {
  private final ClaimLinks links;
  private final Claims claims;
  private final Accounts accounts;
  private final Credentials credentials;
  private final BadgeViews views;
  private final Pictures pictures;
  private final EntryLinks entry;
  private final LetterLimits letters;

  ClaimPages(
      ClaimLinks links,
      EntryLinks entry,
      LetterLimits letters,
      Claims claims,
      Accounts accounts,
      Credentials credentials,
      BadgeViews views,
      Pictures pictures) {
    this.links = links;
    this.entry = entry;
    this.letters = letters;
    this.claims = claims;
    this.accounts = accounts;
    this.credentials = credentials;
    this.views = views;
    this.pictures = pictures;
  }

  @GetMapping("/claim/{token}")
  ModelAndView look(@PathVariable String token, HttpServletResponse response, Shell shell) {
    quiet(response);
    return find(token)
        .map(claim -> page(claim, token, shell))
        .orElseGet(() -> spent("claims.unknown"));
  }

  private ModelAndView page(Claim claim, String token, Shell shell) {
    if (claim.state() == Claim.State.ACCEPTED) {
      return Earner.in(shell).filter(p -> p.equals(claim.owner())).isPresent()
          ? SeeOther.at(shell.link("/badges/" + claim.credential().value()))
          : spent("claims.accepted");
    }
    var base = "/claim/" + token;
    var badge = views.of(List.of(claim), shell.language(), id -> base + "/image.png").getFirst();
    var page =
        new ClaimPage(
            badge, base, visitor(claim, shell), claim.recipient().value(), Earner.name(shell));
    return View.of("claims/claim", page);
  }

  private Visitor visitor(Claim claim, Shell shell) {
    var person = Earner.in(shell);
    if (claim.state() == Claim.State.REJECTED) {
      return Visitor.DECLINED;
    }
    if (person.isPresent()) {
      return claims.isOfferedTo(person.get(), claim) ? Visitor.EARNER : Visitor.OTHER;
    }
    return accounts.ownerOf(claim.recipient()).isPresent() ? Visitor.KNOWN : Visitor.NEW;
  }

  @GetMapping("/claim/{token}/image.png")
  ResponseEntity<byte[]> image(@PathVariable String token) {
    return find(token)
        .flatMap(claim -> credentials.find(claim.credential()))
        .map(pictures::of)
        .orElseThrow(() -> new Problem.NotFound("claim link"));
  }

  @PostMapping("/claim/{token}/accept")
  ModelAndView accept(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String visibility,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    quiet(response);
    var found = find(token).filter(c -> c.state() == Claim.State.PENDING);
    if (found.isEmpty()) {
      return look(token, response, shell);
    }
    var claim = found.get();
    return switch (visitor(claim, shell)) {
      case EARNER -> {
        claims.accept(me(shell), claim.credential(), Claim.Visibility.of(visibility));
        yield SeeOther.at(shell.link(Earner.afterAccepting(claim.credential(), request)));
      }
      case KNOWN -> {
        new Errand("/claim/" + token, claim.recipient().value(), null, null)
            .keepIn(request.getSession(true));
        yield SeeOther.at(shell.link("/sign-in"));
      }
      case NEW -> signUp(claim, Claim.Visibility.of(visibility), request, shell);
      case OTHER, DECLINED -> page(claim, token, shell);
    };
  }

  /** Accepts without a password: by a link that goes to the mailbox the badge was sent to. */
  @PostMapping("/claim/{token}/mail-link")
  ModelAndView mailLink(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String visibility,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    quiet(response);
    var found = find(token).filter(c -> c.state() == Claim.State.PENDING);
    if (found.isEmpty()) {
      return look(token, response, shell);
    }
    letters.require(request.getRemoteAddr());
    if (visibility.isBlank()) { // who has an account chooses it there
      entry.ask(found.get().recipient(), shell.language());
    } else {
      entry.ask(found.get(), Claim.Visibility.of(visibility), shell.language());
    }
    return Mailed.note(found.get().recipient(), request, shell);
  }

  private ModelAndView signUp(
      Claim claim, Claim.Visibility visibility, HttpServletRequest request, Shell shell) {
    var intent = links.intend(claim, visibility);
    var name = credentials.find(claim.credential()).orElseThrow().recipientName();
    new Errand(
            Earner.afterAccepting(claim.credential(), request),
            claim.recipient().value(),
            name,
            intent)
        .keepIn(request.getSession(true));
    return SeeOther.at(shell.link("/sign-up"));
  }

  @PostMapping("/claim/{token}/reject")
  ModelAndView reject(@PathVariable String token, HttpServletResponse response, Shell shell) {
    quiet(response);
    find(token).ifPresent(links::reject);
    return SeeOther.at(shell.link("/claim/" + token));
  }

  @PostMapping("/claim/{token}/take-back")
  ModelAndView takeBack(@PathVariable String token, HttpServletResponse response, Shell shell) {
    quiet(response);
    find(token).ifPresent(links::takeBack);
    return SeeOther.at(shell.link("/claim/" + token));
  }

  /** Ends the session of somebody else and comes back to the claim, to go on as its addressee. */
  @PostMapping("/claim/{token}/sign-out")
  ModelAndView signOut(
      @PathVariable String token,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    quiet(response);
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return SeeOther.at(shell.link("/claim/" + token));
  }

  private Optional<Claim> find(String token) {
    return SecretToken.parse(token).flatMap(links::find);
  }

  private static PersonId me(Shell shell) {
    return Earner.in(shell).orElseThrow();
  }

  private static ModelAndView spent(String key) {
    return View.of("claims/spent", new SpentPage(key), HttpStatus.NOT_FOUND);
  }

  /** The address of this page is a secret: it goes nowhere else. */
  private static void quiet(HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
  }
}
