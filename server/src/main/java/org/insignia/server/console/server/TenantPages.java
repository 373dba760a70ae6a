package org.insignia.server.console.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.organisations.Allowances;
import org.insignia.server.organisations.Limit;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.organisations.Suspension;
import org.insignia.server.organisations.Suspensions;
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

/** What the operator decides about one organisation: whether it is open, and its limits. */
@Controller
class TenantPages {
  private static final String HERE = "/console/server/organisations/{slug}";
  private static final Set<String> SAID = Set.of("suspended", "reopened", "limits");

  private final StaffDoor door;
  private final Members members;
  private final Organisations organisations;
  private final Suspensions suspensions;
  private final Allowances limits;
  private final Proof proof;

  TenantPages(
      StaffDoor door,
      Members members,
      Organisations organisations,
      Suspensions suspensions,
      Allowances limits,
      Proof proof) {
    this.door = door;
    this.members = members;
    this.organisations = organisations;
    this.suspensions = suspensions;
    this.limits = limits;
    this.proof = proof;
  }

  /** What was typed and cannot be taken. */
  private record Said(String why, String whyWrong, Map<Limit, String> typed, String wrong) {
    static final Said NOTHING = new Said("", "", Map.of(), "");
  }

  @GetMapping(HERE)
  ModelAndView look(
      @PathVariable String slug, @RequestParam(defaultValue = "") String done, Shell shell) {
    door.operator(shell);
    return View.of(
        "console/tenant", page(found(slug), Said.NOTHING, SAID.contains(done) ? done : ""));
  }

  @PostMapping(HERE + "/suspend")
  ModelAndView suspend(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String why,
      HttpServletRequest request,
      Shell shell) {
    var actor = door.operator(shell);
    var organisation = found(slug);
    var said = why.strip();
    if (said.isEmpty() || said.length() > Suspensions.LONGEST_REASON) {
      var wrong = shell.t("operator.suspend-why-wrong", Suspensions.LONGEST_REASON);
      return View.of(
          "console/tenant",
          page(organisation, new Said(said, wrong, Map.of(), ""), ""),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return proof
        .missing(request, path(organisation))
        .orElseGet(() -> {
          suspensions.suspend(actor, organisation.id(), said);
          return SeeOther.at(shell.link(path(organisation) + "?done=suspended"));
        });
  }

  @PostMapping(HERE + "/reopen")
  ModelAndView reopen(@PathVariable String slug, HttpServletRequest request, Shell shell) {
    var actor = door.operator(shell);
    var organisation = found(slug);
    return proof
        .missing(request, path(organisation))
        .orElseGet(() -> {
          suspensions.reopen(actor, organisation.id());
          return SeeOther.at(shell.link(path(organisation) + "?done=reopened"));
        });
  }

  @PostMapping(HERE + "/limits")
  ModelAndView limits(
      @PathVariable String slug, @RequestParam Map<String, String> form, Shell shell) {
    var actor = door.operator(shell);
    var organisation = found(slug);
    Map<Limit, String> typed = new EnumMap<>(Limit.class);
    Map<Limit, Integer> wanted = new EnumMap<>(Limit.class);
    for (var limit : Limit.values()) {
      var text = form.getOrDefault(limit.name(), "").strip();
      typed.put(limit, text.substring(0, Math.min(text.length(), 20)));
      if (isRight(limit, text)) {
        wanted.put(limit, Integer.valueOf(text));
      }
    }
    if (wanted.size() < Limit.values().length) {
      var wrong = shell.t("operator.limit-wrong");
      return View.of(
          "console/tenant",
          page(organisation, new Said("", "", typed, wrong), ""),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    limits.set(actor, organisation.id(), wanted);
    return SeeOther.at(shell.link(path(organisation) + "?done=limits"));
  }

  private static boolean isRight(Limit limit, String text) {
    return text.matches("\\d{1,9}") && Integer.parseInt(text) <= limit.most();
  }

  private TenantPage page(Organisation organisation, Said said, String done) {
    var suspension = suspensions.of(organisation.id());
    var set = limits.of(organisation.id());
    return new TenantPage(
        organisation.slug(),
        organisation.name(),
        members.of(organisation.id()).size(),
        suspension.map(Suspension::since).orElse(null),
        said.whyWrong().isEmpty() ? suspension.map(Suspension::why).orElse("") : said.why(),
        said.whyWrong(),
        Stream.of(Limit.values())
            .map(limit -> {
              var text = said.typed().getOrDefault(limit, String.valueOf(set.get(limit)));
              return new TenantPage.Bound(
                  limit.name(),
                  text,
                  limit.usual(),
                  limit.most(),
                  limits.used(organisation.id(), limit).orElse(-1),
                  isRight(limit, text) ? "" : said.wrong());
            })
            .toList(),
        done);
  }

  private static String path(Organisation organisation) {
    return "/console/server/organisations/" + organisation.slug();
  }

  private Organisation found(String slug) {
    return organisations
        .find(slug)
        .orElseThrow(() -> new Problem.NotFound("there is no organisation " + slug));
  }
}
