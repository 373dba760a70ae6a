package org.insignia.server.results.inbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.organisations.Allowances;
import org.insignia.server.organisations.Limit;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Suspensions;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.results.ProviderId;
import org.insignia.server.results.inbox.InboxStore.Found;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Watches {@code INBOX/SLUG/PROVIDER/} of every organisation, and {@code INBOX/PROVIDER/} for the
 * first one. A file is taken once two looks, some seconds apart, found it the same; then it lies in
 * {@code done/} or {@code refused/} beside it. Links are never followed.
 */
@Component
public class Inbox implements Worker.Step {
  /** What nobody wrote to for so long is complete. */
  static final Duration STILL = Duration.ofSeconds(5);

  private final Path folder;
  private final Organisations organisations;
  private final Suspensions suspensions;
  private final Allowances limits;
  private final Taking taking;
  private final Worker reading;
  private final Clock clock;
  private final Map<Path, Look> looks = new HashMap<>();

  Inbox(
      InboxSettings inbox,
      Settings settings,
      Organisations organisations,
      Suspensions suspensions,
      Allowances limits,
      Taking taking,
      @Qualifier("intakeWorker") Worker reading,
      Clock clock) {
    var set = inbox.folder();
    this.folder =
        (set == null ? settings.dataFolder().resolve("inbox") : set).toAbsolutePath().normalize();
    this.organisations = organisations;
    this.suspensions = suspensions;
    this.limits = limits;
    this.taking = taking;
    this.reading = reading;
    this.clock = clock;
  }

  /** A file as it was first found so. */
  private record Look(Lying file, Instant at) {}

  /** Where files of this provider are laid for this organisation. */
  public Path folder(Organisation organisation, ProviderId provider) {
    return folder.resolve(organisation.slug()).resolve(provider.value());
  }

  @Override
  public boolean once() {
    look(clock.instant());
    return false;
  }

  /** Looks once at every folder, and takes what was found the same before. */
  synchronized void look(Instant now) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    var seen = new ArrayList<Found>();
    organisations.first().ifPresent(first -> seen.addAll(in(first, folder)));
    for (var sub : Places.in(folder)) {
      if (Places.isFolder(sub)) {
        organisations
            .find(sub.getFileName().toString())
            .ifPresent(organisation -> seen.addAll(in(organisation, sub)));
      }
    }
    looks.keySet().retainAll(seen.stream().map(found -> found.file().path()).toList());
    boolean took = false;
    for (var found : seen) {
      took |= isComplete(found.file(), now) && taking.take(found);
    }
    if (took) {
      reading.wake();
    }
  }

  private List<Found> in(Organisation organisation, Path parent) {
    var found = new ArrayList<Found>();
    if (suspensions.of(organisation.id()).isPresent()) {
      return found;
    }
    for (var provider : ProviderId.KNOWN) {
      for (var path : Places.in(parent.resolve(provider.value()))) {
        Lying.at(path)
            .filter(file -> file.state() == Lying.State.FILE)
            .ifPresent(file -> found.add(new Found(organisation.id(), provider, file)));
      }
    }
    if (!found.isEmpty()) {
      long left = limits.left(organisation.id(), Limit.STORAGE); // what does not fit in lies there
      found.removeIf(one -> one.file().size() > left);
    }
    return found;
  }

  private boolean isComplete(Lying file, Instant now) {
    var before = looks.get(file.path());
    if (before == null || !before.file().isAs(file)) {
      looks.put(file.path(), new Look(file, now));
      return false;
    }
    return !now.isBefore(before.at().plus(STILL));
  }
}
