package org.insignia.server.api.badges;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.insignia.server.api.json.CsvAnswer;
import org.insignia.server.api.json.Days;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.console.badges.Asked;
import org.insignia.server.console.badges.BadgeState;
import org.insignia.server.console.badges.BadgeTables;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All badges of an organisation as a file, written as it is read; whoever took one is audited. */
@RestController
@RequestMapping("/rest/v1/badges")
class BadgeExportApi {
  private final ApiDoor door;
  private final Achievements achievements;
  private final BadgeTables tables;

  BadgeExportApi(ApiDoor door, Achievements achievements, BadgeTables tables) {
    this.door = door;
    this.achievements = achievements;
    this.tables = tables;
  }

  /** What is looked for, as a query says it. */
  record Filter(
      @Nullable String achievement,
      @Nullable String state,
      @Nullable String recipient,
      @Nullable String issuedFrom,
      @Nullable String issuedUntil) {}

  @GetMapping("/export.csv")
  void csv(Filter filter, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var visit = door.enter(request, Scope.BADGES_READ, Role.ISSUER);
    var asked = asked(visit, filter);
    var organisation = visit.organisation();
    tables.taken(visit.actor(), organisation, "csv");
    try (var out = CsvAnswer.begin(response, organisation.slug() + "-badges.csv")) {
      tables.csv(organisation, asked, Language.EN, out);
    }
  }

  @GetMapping("/export.json")
  void json(Filter filter, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var visit = door.enter(request, Scope.BADGES_READ, Role.ISSUER);
    var asked = asked(visit, filter);
    var organisation = visit.organisation();
    tables.taken(visit.actor(), organisation, "json");
    var name = organisation.slug() + "-badges.json";
    try (var out = CsvAnswer.begin(response, "application/json", name)) {
      tables.json(organisation, asked, Language.EN, out);
    }
  }

  private Asked asked(Visit visit, Filter filter) {
    var state = text(filter.state());
    if (!state.isEmpty() && BadgeState.find(state).isEmpty()) {
      throw new Problem.Invalid("state", "one of " + String.join(", ", BadgeState.words()));
    }
    var recipient = text(filter.recipient());
    if (!recipient.isEmpty() && EmailAddress.parse(recipient).isEmpty()) {
      throw new Problem.Invalid("recipient", "no e-mail address");
    }
    var asked =
        new Asked(
            recipient,
            achievement(visit, text(filter.achievement())),
            state,
            day("issuedFrom", filter.issuedFrom()),
            day("issuedUntil", filter.issuedUntil()));
    if (asked.wrongDays()) {
      throw new Problem.Invalid("issuedUntil", "not before issuedFrom");
    }
    return asked;
  }

  private String achievement(Visit visit, String name) {
    return name.isEmpty()
        ? ""
        : achievements.all(visit.organisation().id()).stream()
            .filter(a -> a.slug().equals(name) || a.id().value().toString().equals(name))
            .map(a -> a.id().value().toString())
            .findFirst()
            .orElseThrow(() ->
                new Problem.Invalid("achievement", "no achievement here has this id or slug"));
  }

  private static String day(String name, @Nullable String text) {
    return text == null ? "" : Days.of(name, text).toString();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
