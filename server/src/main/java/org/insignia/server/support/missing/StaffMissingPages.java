package org.insignia.server.support.missing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.results.CandidateId;
import org.insignia.server.results.CandidateView;
import org.insignia.server.results.Merges;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "Why is this badge missing?" for those who issue: they may read of people. */
@Controller
class StaffMissingPages {
  private final StaffDoor door;
  private final Seeking seeking;
  private final FactGathering gathering;
  private final WalkViews views;
  private final Choices choices;
  private final Merges merges;

  StaffMissingPages(
      StaffDoor door,
      Seeking seeking,
      FactGathering gathering,
      WalkViews views,
      Choices choices,
      Merges merges) {
    this.door = door;
    this.seeking = seeking;
    this.gathering = gathering;
    this.views = views;
    this.choices = choices;
    this.merges = merges;
  }

  @GetMapping("/console/{slug}/missing")
  ModelAndView check(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String what,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    return View.of("support/missing/staff", page(organisation, who, what, shell));
  }

  /** Says that two records that nobody found alike may be one person; it is decided elsewhere. */
  @PostMapping("/console/{slug}/missing/propose")
  ModelAndView propose(
      @PathVariable String slug, @RequestParam UUID one, @RequestParam UUID other, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    merges.propose(
        StaffDoor.actor(shell), organisation.id(), new CandidateId(one), new CandidateId(other));
    return SeeOther.at(shell.link("/console/" + slug + "/merges"));
  }

  private StaffMissingPage page(Organisation organisation, String who, String what, Shell shell) {
    var lists = choices.of(organisation, shell.language());
    var found = who.isBlank() ? List.<Sought>of() : seeking.find(organisation, who);
    var wanted = gathering.wanted(organisation, what, shell.language());
    Optional<WalkView> walk =
        found.size() == 1
            ? wanted.map(w -> {
              var facts = gathering.ofSought(found.getFirst(), w);
              var here = path(organisation, found.getFirst().key());
              boolean mayMerge = door.may(shell, organisation, Role.ADMIN);
              return views.of(facts, new Actions(shell, facts, here, mayMerge), shell);
            })
            : Optional.empty();
    return new StaffMissingPage(
        organisation.slug(),
        organisation.name(),
        who,
        wanted.isPresent() ? what : "",
        lists.certifications(),
        lists.exams(),
        lists.others(),
        found.stream().map(one -> person(organisation, one, what)).toList(),
        walk.orElse(null),
        !who.isBlank() && found.isEmpty() ? shell.t("support.staff.nobody") : "");
  }

  private static String path(Organisation organisation, String who) {
    return "/console/"
        + organisation.slug()
        + "/missing?who="
        + URLEncoder.encode(who, StandardCharsets.UTF_8)
        + "&what=";
  }

  private static StaffMissingPage.Person person(
      Organisation organisation, Sought sought, String what) {
    return new StaffMissingPage.Person(
        path(organisation, sought.key()) + URLEncoder.encode(what, StandardCharsets.UTF_8),
        sought.name(),
        sought.records().isEmpty()
            ? sought.mailboxes().stream().map(Object::toString).toList()
            : sought.records().stream().map(StaffMissingPages::record).toList());
  }

  private static String record(CandidateView candidate) {
    return FoundWords.provider(candidate.provider().value())
        + " "
        + candidate.number()
        + candidate.email().map(mailbox -> " · " + mailbox.value()).orElse("");
  }
}
