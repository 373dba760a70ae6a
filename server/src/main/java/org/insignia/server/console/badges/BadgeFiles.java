package org.insignia.server.console.badges;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.csv.CsvLine;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a list of badges shows, as a file: written as it is read, some hundreds of badges at a time.
 * That somebody took it stands in the audit.
 */
@Controller
class BadgeFiles {
  private static final int AT_ONCE = 500;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> COLUMNS =
      List.of(
          "id", "badge", "name", "address", "earned", "issued", "until", "state", "since", "reason",
          "decided", "page");

  private final StaffDoor door;
  private final Badges badges;
  private final Achievements achievements;
  private final Audit audit;
  private final Settings settings;

  BadgeFiles(
      StaffDoor door, Badges badges, Achievements achievements, Audit audit, Settings settings) {
    this.door = door;
    this.badges = badges;
    this.achievements = achievements;
    this.audit = audit;
    this.settings = settings;
  }

  @GetMapping("/console/{slug}/badges/badges.csv")
  void csv(
      @PathVariable String slug,
      @RequestParam Map<String, String> query,
      Shell shell,
      HttpServletResponse response)
      throws IOException {
    var organisation = taken(shell, slug, "csv");
    try (var out = file(response, "text/csv;charset=UTF-8", slug + "-badges.csv")) {
      out.write('\ufeff'); // spreadsheets take a file without it for Windows-1252
      out.write(
          CsvLine.of(COLUMNS.stream().map(c -> shell.t("console.badges.column." + c)).toList()));
      each(organisation, query, shell, cells -> out.write(CsvLine.of(List.copyOf(cells.values()))));
    }
  }

  @GetMapping("/console/{slug}/badges/badges.json")
  void json(
      @PathVariable String slug,
      @RequestParam Map<String, String> query,
      Shell shell,
      HttpServletResponse response)
      throws IOException {
    var organisation = taken(shell, slug, "json");
    try (var out = file(response, "application/json", slug + "-badges.json")) {
      out.write("[");
      var between = new String[] {"\n"};
      each(
          organisation,
          query,
          shell,
          cells -> {
            out.write(between[0] + JSON.writeValueAsString(cells));
            between[0] = ",\n";
          });
      out.write("\n]\n");
    }
  }

  private Organisation taken(Shell shell, String slug, String form) {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    audit.record(
        StaffDoor.actor(shell), organisation.id().value(), "badges.export", "badges", form);
    return organisation;
  }

  private static Writer file(HttpServletResponse response, String type, String name)
      throws IOException {
    response.setContentType(type);
    response.setHeader(
        "Content-Disposition", ContentDisposition.attachment().filename(name).build().toString());
    return new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
  }

  /** What is done with each badge. */
  private interface Row {
    void write(Map<String, String> cells) throws IOException;
  }

  private void each(Organisation organisation, Map<String, String> query, Shell shell, Row row)
      throws IOException {
    Map<AchievementId, String> titles =
        achievements.all(organisation.id()).stream()
            .collect(Collectors.toMap(Achievement::id, a -> a.words(shell.language()).name()));
    var asked = BadgesPages.asked(query);
    var at = Optional.<CredentialId>empty();
    do {
      var found = badges.find(organisation.id(), asked, at, AT_ONCE);
      for (var listed : found.badges()) {
        var title = Objects.requireNonNullElse(titles.get(listed.badge().achievement()), "");
        row.write(cells(listed, title));
      }
      at = Optional.ofNullable(found.next());
    } while (at.isPresent());
  }

  private Map<String, String> cells(Listed listed, String title) {
    var badge = listed.badge();
    var cells = new LinkedHashMap<String, String>();
    cells.put("id", badge.id().value().toString());
    cells.put("badge", title);
    cells.put("name", badge.name());
    cells.put("address", badge.address());
    cells.put("earned", badge.earnedAt().toString());
    cells.put("issued", badge.issuedAt().toString());
    cells.put("until", text(badge.validUntil()));
    cells.put("state", listed.state().word());
    cells.put("since", text(badge.stateAt()));
    cells.put("reason", badge.stateReason());
    cells.put("decided", text(listed.decidedAt()));
    cells.put("page", settings.url("/badges/" + badge.id().value()).toString());
    return cells;
  }

  private static String text(@Nullable Instant time) {
    return time == null ? "" : time.toString();
  }
}
