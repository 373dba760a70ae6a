package org.insignia.server.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.results.intake.Reception;
import org.insignia.server.results.intake.ReportStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The door for results files: takes a file in, and tells how far it is read and what became of each
 * row.
 */
@Component
public class Intake {
  private final Reception reception;
  private final ReportStore reports;
  private final Worker worker;

  Intake(Reception reception, ReportStore reports, @Qualifier("intakeWorker") Worker worker) {
    this.reception = reception;
    this.reports = reports;
    this.worker = worker;
  }

  /**
   * As {@link #accept(OrganisationId, String, String, InputStream, String)}, handed in by a
   * machine.
   */
  public IntakeId accept(
      OrganisationId organisation, String provider, String fileName, InputStream in) {
    return accept(organisation, provider, fileName, in, "api");
  }

  /**
   * Stores a file; when this returns it cannot be lost. It is read in the background.
   *
   * @param provider short name of the sender: rows of others are refused then; empty, {@code any}
   *     or {@code canonical} where each row says it
   * @param in the file or a zip of files; read to its end and not closed
   * @param by who hands it in, for the audit: {@code person:UUID} or the name of a token
   * @throws Problem.Invalid if the provider is not known
   */
  public IntakeId accept(
      OrganisationId organisation, String provider, String fileName, InputStream in, String by) {
    try {
      var id = reception.take(organisation, sender(provider), by, fileName, in);
      worker.wake();
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the results file did not arrive whole; nothing of it was kept", e);
    }
  }

  private static @Nullable ProviderId sender(String provider) {
    var name = provider.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.equals("any") || name.equals("canonical")) {
      return null;
    }
    return ProviderId.find(name)
        .orElseThrow(() ->
            new Problem.Invalid(
                "provider", "no provider is called " + name + "; known are " + ProviderId.KNOWN));
  }

  /**
   * @throws Problem.NotFound if there is no such file
   */
  public IntakeReport report(IntakeId id) {
    return reports.find(id).orElseThrow(() -> new Problem.NotFound("results file " + id));
  }

  /** As {@link #report(IntakeId)}, for a caller who may only see one organisation's files. */
  public IntakeReport report(OrganisationId organisation, IntakeId id) {
    return reports
        .find(id)
        .filter(r -> r.organisation().equals(organisation))
        .orElseThrow(() -> new Problem.NotFound("results file " + id));
  }

  /** The organisation's files, the newest first. */
  public List<IntakeReport> list(OrganisationId organisation, int limit, int offset) {
    return reports.list(organisation, limit, offset);
  }

  /**
   * As the other, a page at a time that nothing moves which comes in meanwhile.
   *
   * @param before the last one of the page before; empty for the first
   */
  public List<IntakeReport> list(
      OrganisationId organisation, Optional<IntakeId> before, int limit) {
    return reports.list(organisation, before, limit);
  }

  /**
   * Rows of a file in their order.
   *
   * @param verdict only rows of this verdict; empty for all
   * @param after the last row of the page before; empty for the first page
   */
  public List<RowReport> rows(
      IntakeId id, Optional<Verdict> verdict, Optional<RowReport> after, int limit) {
    return reports.rows(
        id, verdict, after.map(r -> new ReportStore.Mark(r.partOrdinal(), r.line())), limit);
  }

  /**
   * As {@link #rows(IntakeId, Optional, Optional, int)}, from a place that was put into an address.
   */
  public List<RowReport> rows(
      IntakeId id, Optional<Verdict> verdict, int afterPart, long afterLine, int limit) {
    return reports.rows(
        id, verdict, Optional.of(new ReportStore.Mark(afterPart, afterLine)), limit);
  }
}
