package org.insignia.server.api.operator;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Person;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.insights.posting.Postings;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.checkup.CheckUps;
import org.insignia.server.platform.health.HealthNote;
import org.insignia.server.platform.jobs.SweepTimes;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the server fares. */
@RestController
class ServerApi {
  private final OperatorDoor door;
  private final Settings settings;
  private final CheckUps checkUps;
  private final ObjectProvider<HealthNote> notes;
  private final List<Worker> workers;
  private final SweepTimes sweeps;
  private final Members members;
  private final Accounts accounts;
  private final Organisations organisations;
  private final Postings postings;

  ServerApi(
      OperatorDoor door,
      Settings settings,
      CheckUps checkUps,
      ObjectProvider<HealthNote> notes,
      List<Worker> workers,
      SweepTimes sweeps,
      Members members,
      Accounts accounts,
      Organisations organisations,
      Postings postings) {
    this.door = door;
    this.settings = settings;
    this.checkUps = checkUps;
    this.notes = notes;
    this.workers = workers;
    this.sweeps = sweeps;
    this.members = members;
    this.accounts = accounts;
    this.organisations = organisations;
    this.postings = postings;
  }

  /**
   * The whole.
   *
   * @param ownMailbox whether mail goes to the sink of this machine, as nothing else is set
   * @param sound whether the last examination found all as it must be; null before the first
   * @param troubles of parts that this node serves without
   * @param postings how many of job feeds count
   */
  record Json(
      String address,
      boolean ownMailbox,
      @Nullable Boolean sound,
      List<String> troubles,
      List<Work> workers,
      List<Due> housekeeping,
      List<Operator> operators,
      int organisations,
      long postings) {}

  /** Work in the background of this node. */
  record Work(
      String name,
      boolean running,
      int failures,
      @Nullable String problem,
      @Nullable Instant workedAt) {}

  /** Housekeeping, and when it is next due. */
  record Due(String name, Instant at) {}

  /** One who runs the server. */
  record Operator(UUID id, String name) {}

  @GetMapping("/rest/v1/server")
  ResponseEntity<Json> look(HttpServletRequest request) {
    door.enter(request);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Json(
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
                    .sorted(Comparator.comparing(Worker.Look::name))
                    .map(ServerApi::work)
                    .toList(),
                sweeps.all().entrySet().stream()
                    .map(due -> new Due(due.getKey(), due.getValue()))
                    .toList(),
                operators(),
                organisations.countNamed(""),
                postings.counting()));
  }

  private static Work work(Worker.Look look) {
    return new Work(
        look.name(),
        look.running(),
        look.failures(),
        look.problem().isEmpty() ? null : look.problem(),
        look.workedAt());
  }

  private List<Operator> operators() {
    return members.operators().stream()
        .flatMap(id -> accounts.find(new PersonId(id)).stream())
        .sorted(Comparator.comparing(Person::name).thenComparing(p -> p.id().value()))
        .map(p -> new Operator(p.id().value(), p.name()))
        .toList();
  }
}
