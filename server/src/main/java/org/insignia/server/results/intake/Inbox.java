package org.insignia.server.results.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.results.ProviderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The watched folder: {@code DATA/inbox/PROVIDER/} for the first organisation, {@code
 * DATA/inbox/SLUG/PROVIDER/} for any. A file that nobody has written to for a moment is taken in
 * and then moved to {@code done/} beside it; a crash in between takes it in twice, which changes
 * nothing.
 */
@Component
class Inbox implements Worker.Step {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  private static final Duration STILL = Duration.ofSeconds(3);

  private final Path folder;
  private final Organisations organisations;
  private final Reception reception;
  private final Clock clock;

  Inbox(Settings settings, Organisations organisations, Reception reception, Clock clock) {
    this.folder = settings.dataFolder().resolve("inbox");
    this.organisations = organisations;
    this.reception = reception;
    this.clock = clock;
  }

  @Override
  public boolean once() {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    boolean took = organisations.first().map(o -> takeFrom(o, folder)).orElse(false);
    for (var sub : folders(folder)) {
      var organisation = organisations.find(sub.getFileName().toString());
      took |= organisation.map(o -> takeFrom(o, sub)).orElse(false);
    }
    return took;
  }

  private boolean takeFrom(Organisation organisation, Path parent) {
    boolean took = false;
    for (var sub : folders(parent)) {
      var provider = ProviderId.find(sub.getFileName().toString());
      if (provider.isPresent()) {
        for (var file : stillFiles(sub)) {
          took |= take(organisation, provider.get(), file);
        }
      }
    }
    return took;
  }

  private boolean take(Organisation organisation, ProviderId provider, Path file) {
    var name = file.getFileName().toString();
    try {
      var done = Files.createDirectories(file.resolveSibling("done"));
      try (var in = Files.newInputStream(file)) {
        reception.take(organisation.id(), provider, "inbox:" + provider, name, in);
      }
      var kept = done.resolve(clock.millis() + "-" + name);
      Files.move(file, kept, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException e) {
      LOG.warn("a file in the inbox of {} cannot be taken in", provider, e);
      return false;
    }
  }

  private List<Path> stillFiles(Path parent) {
    return list(parent).filter(Files::isRegularFile).filter(this::isStill).toList();
  }

  private boolean isStill(Path file) {
    try {
      var touched = Files.getLastModifiedTime(file).toInstant();
      return !file.getFileName().toString().startsWith(".")
          && touched.isBefore(clock.instant().minus(STILL));
    } catch (IOException gone) {
      return false;
    }
  }

  private static List<Path> folders(Path parent) {
    return list(parent).filter(Files::isDirectory).toList();
  }

  private static Stream<Path> list(Path parent) {
    try (var entries = Files.list(parent)) {
      return entries.sorted().toList().stream();
    } catch (IOException gone) {
      return Optional.<Path>empty().stream();
    }
  }
}
