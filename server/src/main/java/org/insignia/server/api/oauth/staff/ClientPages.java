package org.insignia.server.api.oauth.staff;

import jakarta.servlet.http.HttpServletRequest;
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
import org.insignia.server.api.oauth.OAuthClient;
import org.insignia.server.api.oauth.OAuthClients;
import org.insignia.server.api.tokens.Callers;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * OAuth clients of an organisation, for administrators. The secret of one is shown once, when it is
 * made.
 */
@Controller
class ClientPages {
  private final StaffDoor door;
  private final OAuthClients clients;
  private final Callers callers;
  private final Accounts accounts;
  private final Proof proof;
  private final Members members;

  ClientPages(
      StaffDoor door,
      OAuthClients clients,
      Callers callers,
      Accounts accounts,
      Proof proof,
      Members members) {
    this.door = door;
    this.clients = clients;
    this.callers = callers;
    this.accounts = accounts;
    this.proof = proof;
    this.members = members;
  }

  @GetMapping("/console/{slug}/clients")
  ModelAndView look(
      @PathVariable String slug, @RequestParam(defaultValue = "") String done, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    return page(organisation, null, done.equals("removed") ? done : "", Typed.NOTHING, shell);
  }

  @PostMapping("/console/{slug}/clients")
  ModelAndView make(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") Set<String> scope,
      HttpServletRequest request,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var wish = new ClientsPage.Wish(name.strip(), scope);
    var problems = problems(wish, shell);
    if (!problems.none()) {
      return page(organisation, null, "", new Typed(wish, problems), shell);
    }
    var scopes =
        wish.scopes().stream().flatMap(s -> Scope.of(s).stream()).collect(Collectors.toSet());
    return proof
        .missing(request, here(organisation))
        .orElseGet(() ->
            shown(
                organisation,
                clients.make(person(), organisation, wish.name(), scopes),
                "made",
                shell));
  }

  @PostMapping("/console/{slug}/clients/{id}/renew")
  ModelAndView renew(
      @PathVariable String slug, @PathVariable UUID id, HttpServletRequest request, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    return proof
        .missing(request, here(organisation))
        .orElseGet(() ->
            shown(organisation, clients.renewSecret(person(), organisation, id), "renewed", shell));
  }

  @PostMapping("/console/{slug}/clients/{id}/remove")
  ModelAndView remove(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    clients.remove(person(), organisation, id);
    return SeeOther.at(shell.link(here(organisation) + "?done=removed"));
  }

  private static Problems problems(ClientsPage.Wish wish, Shell shell) {
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

  private static String here(Organisation organisation) {
    return "/console/" + organisation.slug() + "/clients";
  }

  private static PersonId person() {
    return Door.person().orElseThrow(() -> new Problem.NotFound("nothing here for you"));
  }

  private record Typed(ClientsPage.Wish wish, Problems problems) {
    static final Typed NOTHING = new Typed(ClientsPage.Wish.EMPTY, new Problems());
  }

  private ModelAndView shown(
      Organisation organisation, OAuthClients.Made made, String done, Shell shell) {
    var fresh = new ClientsPage.Fresh(made.client().id().toString(), made.secret());
    return page(organisation, fresh, done, Typed.NOTHING, shell);
  }

  private ModelAndView page(
      Organisation organisation,
      ClientsPage.@Nullable Fresh made,
      String done,
      Typed typed,
      Shell shell) {
    var page =
        new ClientsPage(
            organisation.slug(),
            organisation.name(),
            made,
            shell.absolute("/oauth/token"),
            clients.of(organisation.id()).stream().map(c -> row(organisation, c)).toList(),
            members
                .roleOf(person().value(), organisation.id())
                .map(Scope::openTo)
                .orElse(List.of())
                .stream()
                .filter(s -> !s.isByPeopleAlone())
                .map(Scope::word)
                .toList(),
            typed.wish(),
            typed.problems(),
            done);
    return Form.of("api/clients", page, typed.problems());
  }

  private ClientsPage.Row row(Organisation organisation, OAuthClient client) {
    return new ClientsPage.Row(
        client.id(),
        client.name(),
        client.scopes().stream().sorted().toList(),
        client.maker() == null ? "" : accounts.person(client.maker()).name(),
        client.madeAt(),
        client.usedAt(),
        callers.isBacked(client.maker(), organisation.id(), client.ofOrganisation()));
  }
}
