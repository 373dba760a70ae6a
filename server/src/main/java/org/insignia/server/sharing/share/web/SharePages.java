package org.insignia.server.sharing.share.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.ContentPolicy;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.ShownBadge;
import org.insignia.server.sharing.counts.Event;
import org.insignia.server.sharing.counts.Reach;
import org.insignia.server.sharing.share.ShareTarget;
import org.insignia.server.sharing.share.Standing;
import org.insignia.server.sharing.web.Visitor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which its owner, and nobody else, shares a badge. */
@Controller
final class SharePages {
  static final String BADGE =
      "/badges/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/share";

  private final PublicBadges badges;
  private final Claims claims;
  private final ShareSheets sheets;
  private final Reach reach;

  SharePages(PublicBadges badges, Claims claims, ShareSheets sheets, Reach reach) {
    this.badges = badges;
    this.claims = claims;
    this.sheets = sheets;
    this.reach = reach;
  }

  /** Whoever is not signed in is asked to, whether or not there is such a badge. */
  @GetMapping(BADGE)
  ModelAndView share(
      @PathVariable UUID id,
      Shell shell,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!shell.signedIn()) {
      return Visitor.signInFirst("/badges/" + id + "/share", request, shell);
    }
    var badge = own(id, shell);
    var next = successor(badge, shell);
    if (next.isPresent()) {
      return SeeOther.at(shell.link(next.get().credential().path() + "/share"));
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    ContentPolicy.withOwnFrames(response);
    return View.of("share/share", sheets.page(badge, shell));
  }

  private Optional<ShownBadge> successor(ShownBadge badge, Shell shell) {
    return badge.credential().state() == State.REPLACED
        ? badges.successor(badge, me(shell)).filter(ShownBadge::own)
        : Optional.empty();
  }

  /**
   * Counts and goes on to the other site. The address is made here, so it leads nowhere else; a
   * link on somebody else's page counts nothing.
   */
  @GetMapping(BADGE + "/to/{target:[a-z-]{1,30}}")
  ResponseEntity<Void> to(
      @PathVariable UUID id, @PathVariable String target, Shell shell, HttpServletRequest request) {
    var badge = own(id, shell);
    var wanted =
        ShareTarget.of(target).orElseThrow(() -> new Problem.NotFound("no target " + target));
    if (!Standing.of(badge).isShareable()) {
      return seeOther(shell.link(badge.credential().path() + "/share"));
    }
    var from = request.getHeader("Sec-Fetch-Site");
    if (from == null || from.equals("same-origin")) {
      reach.note(badge, Event.valueOf(wanted.name()));
    }
    return seeOther(sheets.address(wanted, badge, shell));
  }

  private static ResponseEntity<Void> seeOther(String address) {
    return ResponseEntity.status(303)
        .header(HttpHeaders.LOCATION, address)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  /** What only the owner's browser knows: that the address was copied, or a mail begun. */
  @PostMapping(BADGE + "/told")
  ResponseEntity<Void> told(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String event, Shell shell) {
    var badge = own(id, shell);
    switch (event) {
      case "link" -> reach.note(badge, Event.LINK);
      case "email" -> reach.note(badge, Event.EMAIL);
      default -> throw new Problem.Invalid("event", "link or email");
    }
    return ResponseEntity.noContent().build();
  }

  @PostMapping(BADGE + "/visibility")
  ModelAndView show(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String visibility, Shell shell) {
    var badge = own(id, shell);
    claims.show(me(shell), badge.credential().id(), Claim.Visibility.of(visibility));
    return SeeOther.at(shell.link(badge.credential().path() + "/share"));
  }

  private ShownBadge own(UUID id, Shell shell) {
    return badges.ofOwner(new CredentialId(id), me(shell));
  }

  private static PersonId me(Shell shell) {
    return Visitor.of(shell).orElseThrow(() -> new Problem.NotFound("nothing here for you"));
  }
}
