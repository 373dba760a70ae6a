package org.insignia.server.console.badges;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.Shell;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a list of badges shows, as a file. */
@Controller
class BadgeFiles {
  private final StaffDoor door;
  private final BadgeTables tables;

  BadgeFiles(StaffDoor door, BadgeTables tables) {
    this.door = door;
    this.tables = tables;
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
      tables.csv(organisation, BadgesPages.asked(query), shell.language(), out);
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
      tables.json(organisation, BadgesPages.asked(query), shell.language(), out);
    }
  }

  private Organisation taken(Shell shell, String slug, String form) {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    tables.taken(StaffDoor.actor(shell), organisation, form);
    return organisation;
  }

  private static Writer file(HttpServletResponse response, String type, String name)
      throws IOException {
    response.setContentType(type);
    response.setHeader(
        "Content-Disposition", ContentDisposition.attachment().filename(name).build().toString());
    return new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
  }
}
