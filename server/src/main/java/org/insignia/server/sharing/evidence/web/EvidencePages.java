package org.insignia.server.sharing.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.ShownBadge;
import org.insignia.server.sharing.evidence.OwnEvidences;
import org.insignia.server.sharing.evidence.web.EvidencePage.Typed;
import org.insignia.server.sharing.web.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the earner lays evidence beside a badge; for everybody else there is no such page. */
@Controller
class EvidencePages {
  private static final String BADGE =
      "/home/badges/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/evidence";

  private final PublicBadges badges;
  private final OwnEvidences evidences;

  EvidencePages(PublicBadges badges, OwnEvidences evidences) {
    this.badges = badges;
    this.evidences = evidences;
  }

  @GetMapping(BADGE)
  ModelAndView page(@PathVariable UUID id, HttpServletRequest request, Shell shell) {
    return shell.signedIn()
        ? View.of("evidence/evidence", page(mine(id, shell), new Typed("", "", ""), "", "", shell))
        : Visitor.signInFirst("/home/badges/" + id + "/evidence", request, shell);
  }

  @PostMapping(BADGE)
  ModelAndView add(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String url,
      Shell shell) {
    var badge = mine(id, shell);
    if (!(evidences.add(badge, title, text, url) instanceof OwnEvidences.Refused(var why))) {
      return SeeOther.at(shell.link("/home/badges/" + id + "/evidence"));
    }
    var typed = new Typed(title, text, url);
    var page =
        switch (why) {
          case TITLE -> page(badge, typed, "evidence.problem.title", "title", shell);
          case LINK -> page(badge, typed, "evidence.problem.link", "url", shell);
          case TOO_MANY -> page(badge, typed, "evidence.full", "", shell);
        };
    return View.of("evidence/evidence", page, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @PostMapping(BADGE + "/remove")
  ModelAndView remove(@PathVariable UUID id, @RequestParam UUID evidence, Shell shell) {
    evidences.remove(mine(id, shell), evidence);
    return SeeOther.at(shell.link("/home/badges/" + id + "/evidence"));
  }

  private ShownBadge mine(UUID id, Shell shell) {
    return badges
        .find(new CredentialId(id), Visitor.of(shell).orElse(null))
        .filter(ShownBadge::own)
        .orElseThrow(() -> new Problem.NotFound("there is no badge " + id));
  }

  private EvidencePage page(
      ShownBadge badge, Typed typed, String problem, String wrong, Shell shell) {
    var here = evidences.beside(badge);
    return new EvidencePage(
        badge.credential().path(),
        badge.achievement().words(shell.language()).name(),
        here,
        typed,
        problem,
        wrong,
        here.size() >= OwnEvidences.MOST);
  }
}
