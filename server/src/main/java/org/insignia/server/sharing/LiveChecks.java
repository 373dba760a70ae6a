package org.insignia.server.sharing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Verdict;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.soundness.Soundness;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.verification.Verification;
import org.insignia.server.verification.view.ReportView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Verifies the badges of our pages the way a stranger would: fetched from our own address over
 * HTTP, with the issuer's keys and status list fetched as well. A result is kept for a minute.
 */
@Component
public class LiveChecks {
  private static final Logger LOG = LoggerFactory.getLogger(LiveChecks.class);
  private static final Duration KEPT = Duration.ofSeconds(60);

  /** From here on the next one who looks has it checked anew, and does not wait for it. */
  private static final Duration RENEWED = Duration.ofSeconds(45);

  /** What could not be checked is tried again soon. */
  private static final Duration KEPT_UNCHECKED = Duration.ofSeconds(5);

  private static final int MOST = 2000;
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final Verification verification;
  private final Credentials credentials;
  private final Soundness soundness;
  private final Settings settings;
  private final Clock clock;
  private final Semaphore room =
      new Semaphore(2 * Runtime.getRuntime().availableProcessors() + 2, true);

  /** Least recently used first. A change of state or visibility asks a new question. */
  private final Map<Question, Checked> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Checked> eldest) {
          return size() > MOST;
        }
      };

  /** Many who look at once wait for one verification. */
  private final ConcurrentHashMap<Question, CompletableFuture<Checked>> underWay =
      new ConcurrentHashMap<>();

  private record Question(CredentialId id, Credential.State state, boolean isPublic) {}

  /**
   * What was found, and when.
   *
   * @param damaged whether what is stored is not what was signed, so that nothing is to be shown
   */
  public record Checked(ReportView report, Instant at, boolean damaged) {
    boolean isFresh(Instant now) {
      var life = report.verdict() == Verdict.UNCHECKED ? KEPT_UNCHECKED : KEPT;
      return at.plus(life).isAfter(now);
    }

    boolean isAging(Instant now) {
      return report.verdict() != Verdict.UNCHECKED && !at.plus(RENEWED).isAfter(now);
    }
  }

  LiveChecks(
      Verification verification,
      Credentials credentials,
      Soundness soundness,
      Settings settings,
      Clock clock) {
    this.verification = verification;
    this.credentials = credentials;
    this.soundness = soundness;
    this.settings = settings;
    this.clock = clock;
  }

  /** The result of at most a minute ago, or a new one. */
  public Checked of(ShownBadge badge) {
    var credential = badge.credential();
    var question = new Question(credential.id(), credential.state(), badge.claim().isPublic());
    var now = clock.instant();
    Checked known;
    synchronized (kept) {
      known = kept.get(question);
    }
    if (known == null || !known.isFresh(now)) {
      return anew(question);
    }
    if (known.isAging(now) && !underWay.containsKey(question)) {
      Thread.ofVirtual().name("live-check").start(() -> renew(question));
    }
    return known;
  }

  private void renew(Question question) {
    try {
      anew(question);
    } catch (RuntimeException e) {
      LOG.warn("a badge could not be checked anew; the next who looks waits for it", e);
    }
  }

  private Checked anew(Question question) {
    var mine = new CompletableFuture<Checked>();
    var running = underWay.putIfAbsent(question, mine);
    if (running != null) {
      return running.join();
    }
    try {
      mine.complete(check(question));
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
    } finally {
      underWay.remove(question, mine);
    }
    return mine.join();
  }

  private Checked check(Question question) {
    boolean damaged =
        credentials.find(question.id()).filter(c -> !soundness.isSound(c)).isPresent();
    var report = damaged ? verification.notNow() : report(question);
    var checked = new Checked(ReportView.ofSteps(report), clock.instant(), damaged);
    synchronized (kept) {
      kept.put(question, checked);
    }
    return checked;
  }

  private Report report(Question question) {
    try {
      if (!room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return verification.notNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return verification.notNow();
    }
    try {
      // Nobody finds a private badge at its address; its owner would hand in the document itself.
      return question.isPublic()
          ? verification.verifyUrl(settings.url("/badges/" + question.id().value()))
          : verification.verify(credentials.document(question.id()).orElseThrow());
    } finally {
      room.release();
    }
  }
}
