package org.insignia.server.console.health;

import java.time.Duration;
import java.util.Comparator;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.checkup.CheckUp;
import org.insignia.server.platform.checkup.CheckUps;
import org.insignia.server.platform.fsck.Report;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whether all that is stored is sound; for operators alone. */
@Controller
class HealthPages {
  private static final String HERE = "/console/health";

  private final CheckUps checkUps;
  private final StaffDoor door;

  HealthPages(CheckUps checkUps, StaffDoor door) {
    this.checkUps = checkUps;
    this.door = door;
  }

  @GetMapping(HERE)
  ModelAndView look(Shell shell) {
    door.operator(shell);
    return View.of(
        "console/health",
        new HealthPage(
            checkUps.open().map(this::running).orElse(null),
            checkUps.last().map(HealthPages::last).orElse(null)));
  }

  @PostMapping(HERE)
  ModelAndView ask(@RequestParam(defaultValue = "") String everything, Shell shell) {
    checkUps.ask(door.operator(shell), everything.equals("yes"));
    checkUps.wake();
    return SeeOther.at(shell.link(HERE));
  }

  private HealthPage.Running running(CheckUp checkUp) {
    int rules = checkUps.rules();
    return new HealthPage.Running(
        100 * checkUp.done() / Math.max(1, rules),
        checkUp.done(),
        rules,
        checkUp.rule().isEmpty() ? "" : "fsck." + checkUp.rule() + ".title",
        checkUp.rows());
  }

  private static HealthPage.@Nullable Last last(CheckUp checkUp) {
    var report = checkUp.report();
    return report == null
        ? null
        : new HealthPage.Last(
            report.ended(),
            Math.max(1, Duration.between(report.begun(), report.ended()).toSeconds()),
            report.everything(),
            report.sound(),
            report.broken(),
            report.rules().stream().mapToLong(Report.Rule::rows).sum(),
            report.rules().stream().sorted(Comparator.comparing(Report.Rule::holds)).toList());
  }
}
