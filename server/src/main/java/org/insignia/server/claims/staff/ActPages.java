package org.insignia.server.claims.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.erasure.Erasing;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.problem.Problem;
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

/**
 * Replacing, suspending, reinstating and revoking a badge: what it does to whom, then the doing.
 */
@Controller
class ActPages {
  private static final int REASON = 1_000;
  private static final int NAME = 200;

  private final StaffDoor door;
  private final Desk desk;
  private final Claims claims;
  private final Credentials credentials;
  private final Achievements achievements;
  private final Erasing erasing;
  private final Proof proof;

  ActPages(
      StaffDoor door,
      Desk desk,
      Claims claims,
      Credentials credentials,
      Achievements achievements,
      Erasing erasing,
      Proof proof) {
    this.door = door;
    this.desk = desk;
    this.claims = claims;
    this.credentials = credentials;
    this.achievements = achievements;
    this.erasing = erasing;
    this.proof = proof;
  }

  /** What was typed. */
  private record Typed(String name, String reason, boolean quiet) {
    static final Typed NOTHING = new Typed("", "", false);
  }

  @GetMapping("/console/{slug}/badges/{id}/{act:replace|suspend|reinstate|revoke|erase}")
  ModelAndView ask(
      @PathVariable String slug, @PathVariable UUID id, @PathVariable String act, Shell shell) {
    var organisation = door.enter(shell, slug, needs(act));
    var badge = desk.badge(organisation, new CredentialId(id));
    var typed = new Typed(badge.recipientName(), "", false);
    return View.of(
        "claims/staff/act", page(organisation, badge, known(act, badge), typed, "", "", shell));
  }

  @PostMapping("/console/{slug}/badges/{id}/{act:replace|suspend|reinstate|revoke|erase}")
  ModelAndView act(
      @PathVariable String slug,
      @PathVariable UUID id,
      @PathVariable String act,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String quiet,
      HttpServletRequest request,
      Shell shell) {
    var organisation = door.enter(shell, slug, needs(act));
    var badge = desk.badge(organisation, new CredentialId(id));
    var wanted = known(act, badge);
    var typed = new Typed(name.strip(), reason.strip(), !quiet.isEmpty());
    var nameWrong = wanted == Act.REPLACE ? nameWrong(typed.name(), badge, shell) : "";
    var reasonWrong =
        wanted.needsReason() && !isText(typed.reason(), REASON)
            ? shell.t("claims.act.reason-wrong", REASON)
            : "";
    if (!nameWrong.isEmpty() || !reasonWrong.isEmpty()) {
      return View.of(
          "claims/staff/act",
          page(organisation, badge, wanted, typed, nameWrong, reasonWrong, shell),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (wanted == Act.ERASE) {
      return erase(organisation, badge, request, shell);
    }
    var now = perform(StaffDoor.actor(shell), badge, wanted, typed);
    return SeeOther.at(
        shell.link("/console/" + slug + "/badges/" + now.value() + "?done=" + wanted.word()));
  }

  private ModelAndView erase(
      Organisation organisation, Credential badge, HttpServletRequest request, Shell shell) {
    var badges = "/console/" + organisation.slug() + "/badges";
    return proof
        .missing(request, badges + "/" + badge.id().value() + "/erase")
        .orElseGet(() -> {
          erasing.erase(StaffDoor.actor(shell), badge.id());
          return SeeOther.at(shell.link(badges + "?done=erase"));
        });
  }

  private static Role needs(String act) {
    return Act.find(act).map(Act::needs).orElse(Role.ISSUER);
  }

  private CredentialId perform(String actor, Credential badge, Act act, Typed typed) {
    switch (act) {
      case SUSPEND -> credentials.suspend(actor, badge.id(), typed.reason());
      case REINSTATE -> credentials.reinstate(actor, badge.id());
      case REVOKE -> {
        if (typed.quiet()) {
          credentials.revokeQuietly(actor, badge.id(), typed.reason());
        } else {
          credentials.revoke(actor, badge.id(), typed.reason());
        }
      }
      case ERASE -> throw new IllegalStateException("asked for elsewhere");
      case REPLACE -> {
        return credentials.replace(actor, badge.id(), typed.name(), typed.reason());
      }
    }
    return badge.id();
  }

  private static Act known(String word, Credential badge) {
    var act = Act.find(word).orElseThrow(() -> new Problem.NotFound("act " + word));
    if (!act.isPossible(badge)) {
      throw new Problem.Conflict(
          "the badge is " + badge.state().name().toLowerCase(Locale.ROOT) + " already");
    }
    return act;
  }

  private static String nameWrong(String name, Credential badge, Shell shell) {
    if (!isText(name, NAME) || name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
      return shell.t("claims.act.name-wrong", NAME);
    }
    return name.equals(badge.recipientName()) ? shell.t("claims.act.name-same") : "";
  }

  private static boolean isText(String text, int most) {
    return !text.isBlank()
        && text.length() <= most
        && text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r');
  }

  private ActPage page(
      Organisation organisation,
      Credential badge,
      Act act,
      Typed typed,
      String nameWrong,
      String reasonWrong,
      Shell shell) {
    var key = "claims.act." + act.word() + ".";
    return new ActPage(
        organisation.slug(),
        organisation.name(),
        badge.id().value().toString(),
        achievements.get(badge.achievement()).words(shell.language()).name(),
        badge.recipientName(),
        badge.recipient().value(),
        act.word(),
        shell.t(key + "title"),
        shell.t(key + "button"),
        effects(badge, act, shell),
        act == Act.REPLACE,
        act.needsReason(),
        act == Act.REVOKE,
        typed.name(),
        nameWrong,
        typed.reason(),
        reasonWrong,
        typed.quiet());
  }

  private List<String> effects(Credential badge, Act act, Shell shell) {
    var name = badge.recipientName();
    List<String> effects = new ArrayList<>();
    effects.add(shell.t("claims.act." + act.word() + ".effect", name));
    var claim = claims.of(badge.id()).orElse(null);
    boolean told = claim != null && claim.state() != Claim.State.REJECTED;
    if (told && (act == Act.REVOKE || act == Act.REPLACE)) {
      effects.add(shell.t("claims.act." + act.word() + ".mail", badge.recipient().value()));
    }
    if (claim != null && claim.isPublic() && act != Act.ERASE) {
      effects.add(shell.t("claims.act.public"));
    }
    if (act == Act.REVOKE || act == Act.REPLACE || act == Act.ERASE) {
      effects.add(shell.t("claims.act.for-good"));
    }
    return effects;
  }
}
