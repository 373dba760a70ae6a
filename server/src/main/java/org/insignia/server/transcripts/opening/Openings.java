package org.insignia.server.transcripts.opening;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.insignia.server.platform.attempts.Network;
import org.insignia.server.transcripts.guard.Count;
import org.insignia.server.transcripts.guard.Guard;
import org.insignia.server.transcripts.guard.Limit;
import org.insignia.server.transcripts.share.AccessCode;
import org.insignia.server.transcripts.share.AccessCodes;
import org.insignia.server.transcripts.share.LockedShare;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.Shares;
import org.insignia.server.transcripts.share.TranscriptId;
import org.springframework.stereotype.Service;

/**
 * Judges transcript ID and access code. Whether the ID is unknown, the code wrong or the share
 * closed is not told, and takes the same work: the same rows are written, the same hash is made.
 *
 * <p>Every try is counted before it is judged, for four things. One network may try a transcript
 * seven times an hour, with waits after the fifth; all networks together ten times, so that the
 * three left over let somebody else in while one attacker is at it; after a hundred in a row the
 * code opens nothing until its earner sets another. One network may try 60 times an hour whatever
 * the transcripts, and everybody together 300 times a minute, which bounds the work and no guess.
 */
@Service
public class Openings {
  static final Limit BY_NETWORK_HERE =
      Limit.of(7, Duration.ofHours(1)).slowedAfter(5, Duration.ofMinutes(1));
  static final Limit BY_TRANSCRIPT = Limit.of(10, Duration.ofHours(1)).endingAfter(100);
  static final Limit BY_NETWORK = Limit.of(60, Duration.ofHours(1));
  static final Limit BY_ALL = Limit.of(300, Duration.ofMinutes(1));

  /** Readings without a code by one network: they cost work, and guess nothing. */
  static final Limit READS = Limit.of(120, Duration.ofMinutes(1));

  /** Asked for where no ID was typed at all: nobody has it, and asking takes as long. */
  private static final TranscriptId NOBODYS = new TranscriptId("0".repeat(26));

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration SHORTLY = Duration.ofSeconds(5);

  private final Shares shares;
  private final AccessCodes codes;
  private final Guard guard;
  private final Alarms alarms;
  private final Clock clock;

  /** A hash needs 19 MB while it is made: only so many at once on this node. */
  private final Semaphore room =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  Openings(Shares shares, AccessCodes codes, Guard guard, Alarms alarms, Clock clock) {
    this.shares = shares;
    this.codes = codes;
    this.guard = guard;
    this.alarms = alarms;
    this.clock = clock;
  }

  /** How a try ended. */
  public sealed interface Outcome {}

  /** ID and code belong together, and the share is open. */
  public record Opened(Share share) implements Outcome {}

  /** They do not, or it is not; which of it is not said. */
  public record Wrong() implements Outcome {}

  /** Too many tries; whether this one was right is not looked at. */
  public record Later(Duration pause) implements Outcome {}

  /**
   * Judges a try.
   *
   * @param id as typed
   * @param address the network address that the request came from
   */
  public Outcome open(String id, String code, String address) {
    var transcript = TranscriptId.parse(id);
    var name = transcript.map(TranscriptId::value).orElse(id);
    var network = Network.of(address).name();
    var counts =
        List.of(
            Count.of("network-transcript", network + "\n" + name, BY_NETWORK_HERE),
            Count.of("transcript", name, BY_TRANSCRIPT),
            Count.of("network", network, BY_NETWORK),
            Count.of("all", "", BY_ALL));
    return switch (guard.take(counts)) {
      case Guard.Refused refused -> new Later(refused.pause());
      case Guard.Let let -> judge(let, transcript, AccessCode.typed(code));
    };
  }

  /**
   * Opens without a code, where the earner chose that programs need none.
   *
   * @param id as typed
   * @param address the network address that the request came from
   */
  public Outcome openByIdAlone(String id, String address) {
    var verdict = guard.take(List.of(Count.of("read", Network.of(address).name(), READS)));
    if (verdict instanceof Guard.Refused refused) {
      return new Later(refused.pause());
    }
    return TranscriptId.parse(id)
        .flatMap(shares::find)
        .map(LockedShare::share)
        .filter(share -> share.programs() == Share.Programs.BY_ID)
        .filter(share -> share.isOpen(clock.instant()))
        .<Outcome>map(Opened::new)
        .orElseGet(Wrong::new);
  }

  private Outcome judge(Guard.Let let, Optional<TranscriptId> transcript, AccessCode code) {
    var locked = shares.find(transcript.orElse(NOBODYS));
    var right = matches(code, locked);
    if (right.isEmpty()) {
      guard.giveBack(let);
      return new Later(SHORTLY);
    }
    if (right.get() && locked.orElseThrow().share().isOpen(clock.instant())) {
      guard.giveBack(let);
      return new Opened(locked.get().share());
    }
    alarms.wrong(let.counts().get(1).subject());
    return new Wrong();
  }

  /** Empty where there was no room for so long that nobody would wait for it. */
  private Optional<Boolean> matches(AccessCode code, Optional<LockedShare> locked) {
    try {
      if (!room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(codes.matches(code, locked.map(LockedShare::codeHash)));
    } finally {
      room.release();
    }
  }
}
