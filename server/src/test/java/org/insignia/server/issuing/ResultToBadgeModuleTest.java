package org.insignia.server.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.results.Intake;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All workers at their work: a row of a provider's file becomes a signed badge, or unmakes one. */
@ServerTest
class ResultToBadgeModuleTest {
  @Autowired private Organisations organisations;
  @Autowired private CatalogImports imports;
  @Autowired private Intake intake;
  @Autowired private Credentials credentials;

  private final EmailAddress ana = EmailAddress.of(UUID.randomUUID() + "@example.org");
  private OrganisationId organisation;

  @BeforeEach
  void found() {
    organisation =
        organisations.create("test", "r" + UUID.randomUUID(), "Northwind", null, null).id();
    imports.importFiles(organisation, Rows.catalogue());
  }

  @Test
  void a_pass_gives_a_badge_once_a_correction_replaces_it_and_a_revocation_revokes_it() {
    send(row("final", "2026-03-01T10:00:00Z", "2026-03-02T00:00:00Z"));
    Credential first = await(found -> found.size() == 1).getFirst();
    assertThat(first.recipientName()).isEqualTo("Ana Silva");
    assertThat(first.earnedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));

    send(row("final", "2026-03-01T10:00:00Z", "2026-03-02T00:00:00Z"));
    send(row("corrected", "2026-03-01T11:00:00Z", "2026-03-03T00:00:00Z"));
    await(found -> found.size() == 2);
    Credential replaced = credentials.find(first.id()).orElseThrow();
    assertThat(replaced.state()).isEqualTo(State.REPLACED);
    Credential second =
        credentials.find(java.util.Objects.requireNonNull(replaced.replacedBy())).orElseThrow();
    assertThat(second.earnedAt()).isEqualTo(Instant.parse("2026-03-01T11:00:00Z"));

    send(row("revoked", "2026-03-01T11:00:00Z", "2026-03-04T00:00:00Z"));
    await(found -> found.stream().noneMatch(c -> c.state() == State.ISSUED));
    assertThat(credentials.find(second.id()).orElseThrow().state()).isEqualTo(State.REVOKED);
    assertThat(credentials.find(second.id()).orElseThrow().stateReason()).isNotBlank();
  }

  private Rows row(String status, String ended, String received) {
    return new Rows()
        .add(
            "email",
            ana.value(),
            "status",
            status,
            "exam_ended_utc",
            ended,
            "received_utc",
            received);
  }

  private void send(Rows rows) {
    intake.accept(organisation, "certiport", "results.csv", rows.stream());
  }

  private List<Credential> await(Predicate<List<Credential>> condition) {
    Instant end = Instant.now().plusSeconds(60);
    while (true) {
      List<Credential> found = credentials.forRecipients(List.of(ana));
      if (condition.test(found)) {
        return found;
      }
      assertThat(Instant.now()).as("patience with %s", found).isBefore(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }
}
