package org.insignia.server.claims.staff;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.claims.reminders.Reminders;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
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

/** After how many days people are reminded of badges that wait. */
@Controller
class ReminderPages {
  private static final int LONGEST = 60;
  private final StaffDoor door;
  private final Reminders reminders;

  ReminderPages(StaffDoor door, Reminders reminders) {
    this.door = door;
    this.reminders = reminders;
  }

  @GetMapping("/console/{slug}/reminders")
  ModelAndView look(
      @PathVariable String slug, @RequestParam(defaultValue = "") String done, Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var typed = words(reminders.days(organisation.id()));
    return View.of(
        "claims/staff/reminders", page(organisation, typed, "", done.equals("saved"), shell));
  }

  @PostMapping("/console/{slug}/reminders")
  ModelAndView change(
      @PathVariable String slug, @RequestParam(defaultValue = "") String days, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var asked = read(days).filter(Reminders::isRule);
    if (asked.isEmpty()) {
      var wrong = shell.t("claims.reminders.wrong", Reminders.MOST);
      return View.of(
          "claims/staff/reminders",
          page(organisation, days, wrong, false, shell),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    reminders.change(StaffDoor.actor(shell), organisation.id(), asked.get());
    return SeeOther.at(shell.link("/console/" + slug + "/reminders?done=saved"));
  }

  private RemindersPage page(
      Organisation organisation, String typed, String wrong, boolean saved, Shell shell) {
    return new RemindersPage(
        organisation.slug(),
        organisation.name(),
        door.may(shell, organisation, Role.ADMIN),
        typed,
        reminders.days(organisation.id()),
        wrong,
        saved);
  }

  private static String words(List<Integer> days) {
    return days.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** Numbers with commas, Chinese ones too, or blanks between; nothing means never. */
  private static Optional<List<Integer>> read(String typed) {
    if (typed.length() > LONGEST || !typed.matches("[0-9\\s,;，、]*")) {
      return Optional.empty();
    }
    var words = Stream.of(typed.split("[\\s,;，、]+")).filter(word -> !word.isEmpty()).toList();
    return words.stream().anyMatch(word -> word.length() > 4)
        ? Optional.empty()
        : Optional.of(words.stream().map(Integer::valueOf).toList());
  }
}
