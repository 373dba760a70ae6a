package org.insignia.server.console.server;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.organisations.Suspensions;
import org.insignia.server.organisations.founding.Foundation;
import org.insignia.server.organisations.founding.Foundation.Objection;
import org.insignia.server.organisations.founding.Founding;
import org.insignia.server.platform.checkup.CheckUps;
import org.insignia.server.platform.health.HealthNote;
import org.insignia.server.platform.jobs.SweepTimes;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.mail.MailQueue;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How the server fares: work in the background, mail, organisations; for operators alone. */
@Controller
class ServerPages {
  private static final String HERE = "/console/server";
  private static final int SHOWN = 30;

  private final StaffDoor door;
  private final Organisations organisations;
  private final Founding founding;
  private final Suspensions suspensions;
  private final List<Worker> workers;
  private final SweepTimes sweeps;
  private final MailQueue mail;
  private final CheckUps checkUps;
  private final ObjectProvider<HealthNote> notes;
  private final Settings settings;

  ServerPages(
      StaffDoor door,
      Organisations organisations,
      Founding founding,
      Suspensions suspensions,
      List<Worker> workers,
      SweepTimes sweeps,
      MailQueue mail,
      CheckUps checkUps,
      ObjectProvider<HealthNote> notes,
      Settings settings) {
    this.door = door;
    this.organisations = organisations;
    this.founding = founding;
    this.suspensions = suspensions;
    this.workers = workers;
    this.sweeps = sweeps;
    this.mail = mail;
    this.checkUps = checkUps;
    this.notes = notes;
    this.settings = settings;
  }

  @GetMapping(HERE)
  ModelAndView look(@RequestParam(defaultValue = "-1") int tried, Shell shell) {
    door.operator(shell);
    return View.of("console/server", page(tried, ServerPage.Form.EMPTY));
  }

  @PostMapping(HERE + "/mail/retry")
  ModelAndView retry(Shell shell) {
    int tried = mail.retry(door.operator(shell));
    mail.wake();
    return SeeOther.at(shell.link(HERE + "?tried=" + tried));
  }

  @PostMapping(HERE + "/organisations")
  ModelAndView found(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String slug,
      Shell shell) {
    var operator = door.operator(shell);
    var wish = new Foundation(name, slug);
    var form = form(wish, shell);
    if (form.isRight()) {
      try {
        var made = founding.found(operator, wish, Optional.of(StaffDoor.person(shell)));
        return SeeOther.at(shell.link("/console/" + made.slug()));
      } catch (Problem.Conflict known) {
        form = taken(form, shell);
      }
    }
    return View.of("console/server", page(-1, form), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static ServerPage.Form taken(ServerPage.Form form, Shell shell) {
    return new ServerPage.Form(
        form.name(), form.slug(), form.nameWrong(), shell.t("operator.slug-taken", form.slug()));
  }

  private static ServerPage.Form form(Foundation wish, Shell shell) {
    var wrong = wish.objections();
    return new ServerPage.Form(
        wish.name(),
        wish.slug(),
        wrong.contains(Objection.NAME)
            ? shell.t("operator.name-wrong", Foundation.LONGEST_NAME)
            : "",
        wrong.contains(Objection.SLUG) ? shell.t("operator.slug-wrong") : "");
  }

  private ServerPage page(int tried, ServerPage.Form form) {
    return new ServerPage(
        settings.baseUrl().toString(),
        settings.smtpUrl() == null,
        checkUps.lastSound().orElse(null),
        notes
            .orderedStream()
            .map(note -> note.trouble().get())
            .filter(trouble -> !trouble.isEmpty())
            .toList(),
        workers.stream()
            .map(Worker::look)
            .sorted(
                Comparator.comparing((Worker.Look look) -> look.failures() == 0)
                    .thenComparing(Worker.Look::name))
            .toList(),
        sweeps.all().entrySet().stream()
            .map(due -> new ServerPage.Due(due.getKey(), due.getValue()))
            .toList(),
        mail.standing(),
        mail.failing(SHOWN),
        tried,
        houses(),
        organisations.countNamed(""),
        form);
  }

  private List<ServerPage.House> houses() {
    var shown = organisations.named("", 0, SHOWN);
    var closed = suspensions.among(shown.stream().map(Organisation::id).toList());
    return shown.stream()
        .map(o -> new ServerPage.House(o.slug(), o.name(), closed.contains(o.id())))
        .toList();
  }
}
