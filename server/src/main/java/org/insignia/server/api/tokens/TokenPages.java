package org.insignia.server.api.tokens;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tokens of an organisation, for administrators. The secret of one is shown once, when it is made.
 */
@Controller
class TokenPages {
  private static final List<Integer> LIVES = List.of(30, 90, 180, 365);
  private static final List<Integer> OVERLAPS = List.of(0, 1, 24, 168);

  private final StaffDoor door;
  private final ApiTokens tokens;
  private final Callers callers;
  private final Accounts accounts;
  private final Proof proof;
  private final Clock clock;

  TokenPages(
      StaffDoor door,
      ApiTokens tokens,
      Callers callers,
      Accounts accounts,
      Proof proof,
      Clock clock) {
    this.door = door;
    this.tokens = tokens;
    this.callers = callers;
    this.accounts = accounts;
    this.proof = proof;
    this.clock = clock;
  }

  @GetMapping("/console/{slug}/tokens")
  ModelAndView look(
      @PathVariable String slug, @RequestParam(defaultValue = "") String done, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var said = done.equals("revoked") ? done : "";
    return page(organisation, "", said, new Typed(TokensPage.Wish.EMPTY, new Problems()));
  }

  @PostMapping("/console/{slug}/tokens")
  ModelAndView make(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") Set<String> scope,
      @RequestParam(defaultValue = "90") String days,
      HttpServletRequest request,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var wish = new TokensPage.Wish(name.strip(), scope, among(LIVES, days));
    var problems = problems(wish, shell);
    if (!problems.none()) {
      return page(organisation, "", "", new Typed(wish, problems));
    }
    var scopes =
        wish.scopes().stream().flatMap(s -> Scope.of(s).stream()).collect(Collectors.toSet());
    return proof
        .missing(request, here(organisation))
        .orElseGet(() -> {
          var made =
              tokens.make(
                  person(), organisation, wish.name(), scopes, Duration.ofDays(wish.days()));
          return shown(organisation, made, "made");
        });
  }

  @PostMapping("/console/{slug}/tokens/{id}/renew")
  ModelAndView renew(
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "24") String hours,
      HttpServletRequest request,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var overlap = Duration.ofHours(among(OVERLAPS, hours));
    return proof
        .missing(request, here(organisation))
        .orElseGet(() ->
            shown(organisation, tokens.renew(person(), organisation, id, overlap), "renewed"));
  }

  @PostMapping("/console/{slug}/tokens/{id}/revoke")
  ModelAndView revoke(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    tokens.revoke(person(), organisation, id);
    return SeeOther.at(shell.link(here(organisation) + "?done=revoked"));
  }

  private static Problems problems(TokensPage.Wish wish, Shell shell) {
    var problems = new Problems();
    if (wish.name().isEmpty()
        || wish.name().length() > 100
        || wish.name().chars().anyMatch(Character::isISOControl)) {
      problems.add("name", shell.t("api.tokens.name-wrong"));
    }
    if (wish.scopes().isEmpty() || wish.scopes().stream().anyMatch(s -> Scope.of(s).isEmpty())) {
      problems.add("scope", shell.t("api.tokens.scope-wrong"));
    }
    return problems;
  }

  private static int among(List<Integer> choices, String typed) {
    return choices.stream()
        .filter(c -> c.toString().equals(typed))
        .findFirst()
        .orElseThrow(() -> new Problem.Invalid("number", "one of " + choices));
  }

  private static String here(Organisation organisation) {
    return "/console/" + organisation.slug() + "/tokens";
  }

  private static PersonId person() {
    return Door.person().orElseThrow(() -> new Problem.NotFound("nothing here for you"));
  }

  private ModelAndView shown(Organisation organisation, ApiTokens.Made made, String done) {
    return page(
        organisation, made.secret(), done, new Typed(TokensPage.Wish.EMPTY, new Problems()));
  }

  private record Typed(TokensPage.Wish wish, Problems problems) {}

  private ModelAndView page(Organisation organisation, String secret, String done, Typed typed) {
    var page =
        new TokensPage(
            organisation.slug(),
            organisation.name(),
            secret,
            tokens.of(organisation).stream().map(this::row).toList(),
            tokens.opened(person(), organisation).stream().map(Scope::word).toList(),
            LIVES,
            OVERLAPS,
            typed.wish(),
            typed.problems(),
            done);
    return Form.of("api/tokens", page, typed.problems());
  }

  private TokensPage.Row row(ApiToken token) {
    boolean live = !token.isOver(clock.instant());
    var state = state(token, live);
    return new TokensPage.Row(
        token.id(),
        token.name(),
        Scope.words(token.scopes()),
        token.maker() == null ? "" : accounts.person(token.maker()).name(),
        token.madeAt(),
        token.expiresAt(),
        token.usedAt(),
        state,
        tone(state),
        live,
        live && !token.renewed());
  }

  private String state(ApiToken token, boolean live) {
    if (token.revokedAt() != null) {
      return "revoked";
    }
    if (!live) {
      return "expired";
    }
    if (!callers.isStillBacked(token)) {
      return "unbacked";
    }
    return token.renewed() ? "renewed" : "works";
  }

  private static String tone(String state) {
    return switch (state) {
      case "works" -> "good";
      case "renewed" -> "info";
      case "unbacked" -> "warn";
      default -> "none";
    };
  }
}
