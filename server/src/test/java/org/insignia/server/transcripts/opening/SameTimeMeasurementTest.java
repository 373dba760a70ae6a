package org.insignia.server.transcripts.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.transcripts.guard.Guards;
import org.insignia.server.transcripts.share.AccessCode;
import org.insignia.server.transcripts.share.AccessCodes;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.ShareWish;
import org.insignia.server.transcripts.share.Shares;
import org.insignia.server.transcripts.share.TranscriptId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Rows C4 and C9, measured: not part of a test run, because a busy machine would decide. {@code
 * -Dinsignia.measure=yes} runs it and prints what it found.
 */
@ServerTest
@EnabledIfSystemProperty(named = "insignia.measure", matches = "yes")
class SameTimeMeasurementTest {
  private static final int SAMPLES = 500;

  @Autowired Accounts accounts;
  @Autowired Shares shares;
  @Autowired AccessCodes codes;
  @Autowired Alarms alarms;
  @Autowired Guards guards;

  @Test
  @DisplayName(
      "C4, C9: 500 samples each, median difference under 5 ms, Kolmogorov-Smirnov p > 0.01")
  void unknown_ids_and_wrong_codes_take_the_same_time() {
    var ana =
        accounts.createConfirmed(
            "Ana",
            EmailAddress.of("m" + UUID.randomUUID() + "@example.org"),
            "violet otter lantern",
            Language.EN);
    var made =
        IntStream.rangeClosed(0, 1)
            .mapToObj(i -> shares.make(ana, wish(), AccessCode.typed("violet otter")))
            .toList();
    var known = new double[SAMPLES];
    var unknown = new double[SAMPLES];
    var start = Instant.now().minus(Duration.ofDays(60));
    for (int i = -50; i < SAMPLES; i++) {
      // One simulated hour between tries, so that no limit answers instead of the judgement.
      var openings = at(start.plus(Duration.ofHours(Math.floorMod(i, SAMPLES))));
      var share = made.get(Math.floorMod(i, made.size()));
      if (i % 90 == 0) {
        made.forEach(s -> guards.at(start).startOver(s.transcript().countedUnder()));
      }
      double first = millis(openings, share.transcript(), i);
      double second = millis(openings, stranger(i), i);
      if (i >= 0) {
        known[i] = first;
        unknown[i] = second;
      }
    }
    double difference = Math.abs(median(known) - median(unknown));
    double p = kolmogorovSmirnov(known, unknown);
    System.out.printf(
        "transcript opening: known %.2f ms, unknown %.2f ms (medians of %d), difference %.3f ms, KS p = %.3f%n",
        median(known), median(unknown), SAMPLES, difference, p);
    assertThat(difference).isLessThan(5);
    assertThat(p).isGreaterThan(0.01);
  }

  private static double millis(Openings openings, TranscriptId id, int number) {
    long begun = System.nanoTime();
    var outcome =
        openings.open(
            id.text(), "wrong " + number, "2001:db8:" + Integer.toHexString(number + 60) + "::1");
    assertThat(outcome).isEqualTo(new Openings.Wrong());
    return (System.nanoTime() - begun) / 1e6;
  }

  private static TranscriptId stranger(int number) {
    return new TranscriptId("7" + String.format("%025d", number + 60));
  }

  private static double median(double[] samples) {
    var sorted = samples.clone();
    Arrays.sort(sorted);
    return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
  }

  /** The two-sample test, with the asymptotic distribution of its statistic. */
  private static double kolmogorovSmirnov(double[] one, double[] other) {
    var a = one.clone();
    var b = other.clone();
    Arrays.sort(a);
    Arrays.sort(b);
    double widest = 0;
    for (double x : a) {
      widest = Math.max(widest, Math.abs(share(a, x) - share(b, x)));
    }
    for (double x : b) {
      widest = Math.max(widest, Math.abs(share(a, x) - share(b, x)));
    }
    double n = Math.sqrt((double) a.length * b.length / (a.length + b.length));
    double lambda = (n + 0.12 + 0.11 / n) * widest;
    double p = 0;
    for (int k = 1; k < 100; k++) {
      p += 2 * (k % 2 == 1 ? 1 : -1) * Math.exp(-2.0 * k * k * lambda * lambda);
    }
    return Math.max(0, Math.min(1, p));
  }

  private static double share(double[] sorted, double x) {
    int place = Arrays.binarySearch(sorted, x);
    int after = place < 0 ? -place - 1 : place + 1;
    return (double) after / sorted.length;
  }

  private static ShareWish wish() {
    return new ShareWish("x", Language.EN, false, Share.Programs.NONE, null, null);
  }

  private Openings at(Instant now) {
    return new Openings(shares, codes, guards.at(now), alarms, Clock.fixed(now, ZoneOffset.UTC));
  }
}
