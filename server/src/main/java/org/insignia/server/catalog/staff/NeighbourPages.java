package org.insignia.server.catalog.staff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievement.State;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.handmade.Neighbours;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is recommended next, and collections: lists that staff fill and put in order. */
@Controller
class NeighbourPages {
  private static final String NEXT = "/console/{slug}/achievements/{id}/next";
  private static final String COLLECTIONS = "/console/{slug}/achievements/collections";

  private final StaffDoor door;
  private final Achievements achievements;
  private final Neighbours neighbours;

  NeighbourPages(StaffDoor door, Achievements achievements, Neighbours neighbours) {
    this.door = door;
    this.achievements = achievements;
    this.neighbours = neighbours;
  }

  @GetMapping(NEXT)
  ModelAndView next(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var after = AchievementViewPages.find(achievements, organisation, id);
    var back = AchievementViewPages.path(organisation, after.id());
    var chosen = neighbours.next(after.id());
    var others =
        achievements.all(organisation.id()).stream()
            .filter(a -> !a.id().equals(after.id()) && !chosen.contains(a))
            .toList();
    var list = listed(back + "/next", "", chosen, others, organisation, shell);
    return new Faults(shell)
        .page(
            "catalog/staff/neighbours",
            new NeighbourPage(
                organisation.slug(),
                organisation.name(),
                back + "/next",
                shell.t("achievements.next.title"),
                back,
                after.words(shell.language()).name(),
                List.of(list),
                door.may(shell, organisation, Role.ADMIN),
                false,
                "",
                new Faults(shell)));
  }

  @PostMapping(NEXT)
  ModelAndView recommend(
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam(name = "do", defaultValue = "") String what,
      @RequestParam(defaultValue = "") String item,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var after = AchievementViewPages.find(achievements, organisation, id);
    var ids = neighbours.next(after.id()).stream().map(Achievement::id).toList();
    neighbours.recommend(StaffDoor.actor(shell), organisation, after, changed(ids, what, item));
    return SeeOther.at(shell.link(AchievementViewPages.path(organisation, after.id()) + "/next"));
  }

  @GetMapping(COLLECTIONS)
  ModelAndView collections(@PathVariable String slug, Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    return collections(organisation, "", new Faults(shell), shell);
  }

  private ModelAndView collections(
      Organisation organisation, String name, Faults faults, Shell shell) {
    var stem = "/console/" + organisation.slug() + "/achievements";
    var all = achievements.all(organisation.id());
    var lists =
        neighbours.shelves(organisation.id()).stream()
            .map(filled ->
                listed(
                    stem + "/collections/" + filled.shelf().id(),
                    filled.shelf().name(),
                    filled.achievements(),
                    all.stream().filter(a -> !filled.achievements().contains(a)).toList(),
                    organisation,
                    shell))
            .toList();
    return faults.page(
        "catalog/staff/neighbours",
        new NeighbourPage(
            organisation.slug(),
            organisation.name(),
            stem + "/collections",
            shell.t("achievements.collections.title"),
            stem,
            shell.t("achievements.title"),
            lists,
            door.may(shell, organisation, Role.ADMIN),
            true,
            name,
            faults));
  }

  @PostMapping(COLLECTIONS)
  ModelAndView open(
      @PathVariable String slug, @RequestParam(defaultValue = "") String name, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var faults = new Faults(shell);
    var plain = name.replaceAll("[\\p{Cc}\\s]+", " ").strip();
    if (plain.isEmpty()) {
      faults.add("name", "achievements.missing");
    } else if (Typed.length(plain) > 100) {
      faults.add("name", "achievements.too-long", 100, Typed.length(plain));
    } else if (!neighbours.open(StaffDoor.actor(shell), organisation, plain)) {
      faults.add("name", "achievements.collections.taken", Neighbours.MOST_COLLECTIONS);
    }
    return faults.none()
        ? SeeOther.at(shell.link("/console/" + organisation.slug() + "/achievements/collections"))
        : collections(organisation, plain, faults, shell);
  }

  @PostMapping(COLLECTIONS + "/{collection}")
  ModelAndView fill(
      @PathVariable String slug,
      @PathVariable UUID collection,
      @RequestParam(name = "do", defaultValue = "") String what,
      @RequestParam(defaultValue = "") String item,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var shelf = neighbours.find(organisation, collection);
    if (what.equals("close")) {
      neighbours.close(StaffDoor.actor(shell), organisation, collection);
    } else {
      neighbours.fill(
          StaffDoor.actor(shell), organisation, collection, changed(shelf.items(), what, item));
    }
    return SeeOther.at(shell.link("/console/" + organisation.slug() + "/achievements/collections"));
  }

  /** The list after one was added, removed or moved. */
  private static List<AchievementId> changed(List<AchievementId> before, String what, String item) {
    var after = new ArrayList<>(before);
    if (!item.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      return after;
    }
    var id = new AchievementId(UUID.fromString(item));
    int at = after.indexOf(id);
    switch (what) {
      case "add" -> {
        if (at < 0) {
          after.add(id);
        }
      }
      case "remove" -> after.remove(id);
      case "up" -> {
        if (at > 0) {
          Collections.swap(after, at, at - 1);
        }
      }
      default -> {}
    }
    return after;
  }

  private static NeighbourPage.Listed listed(
      String path,
      String name,
      List<Achievement> chosen,
      List<Achievement> others,
      Organisation organisation,
      Shell shell) {
    return new NeighbourPage.Listed(
        path,
        name,
        chosen.stream().map(a -> item(a, organisation, shell)).toList(),
        others.stream()
            .filter(a -> a.state() != State.ARCHIVED)
            .map(a -> item(a, organisation, shell))
            .sorted(Comparator.comparing(NeighbourPage.Item::name))
            .toList(),
        !name.isEmpty());
  }

  private static NeighbourPage.Item item(
      Achievement achievement, Organisation organisation, Shell shell) {
    var path = AchievementViewPages.path(organisation, achievement.id());
    return new NeighbourPage.Item(
        achievement.id().value().toString(),
        achievement.words(shell.language()).name(),
        path + "/looks/" + achievement.design().value(),
        path);
  }
}
