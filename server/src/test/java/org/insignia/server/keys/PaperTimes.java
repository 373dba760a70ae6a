package org.insignia.server.keys;

import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.paper.Paper;
import org.insignia.server.platform.paper.Samples;
import org.junit.jupiter.api.Test;

/**
 * How long it takes to set documents, in processor time of one thread; a benchmark, which {@code
 * ./dev bench papers} runs and no build does.
 */
class PaperTimes {
  private static final int ROUNDS = 7;

  @Test
  void tell() {
    KeyPair pair = KeyPair.generateP256(new SecureRandom());
    Bytes certificate =
        DocumentCertificate.make(
            pair, "Contoso", List.of("did:web:contoso.example"), Instant.now(), new SecureRandom());
    var key = new DocumentKey("Contoso", pair, certificate);
    tell(
        "certificate: Latin, Chinese, QR, attachment",
        100,
        i -> Paper.pdf(Samples.certificate(Language.ZH_CN, "Zo\u00eb \u5f20\u4f1f " + i)));
    tell(
        "the same, signed",
        100,
        i ->
            Paper.signedPdf(
                Samples.certificate(Language.ZH_CN, "Zo\u00eb \u5f20\u4f1f " + i), key));
    tell(
        "transcript of 60 lines, 3 pages, signed",
        20,
        i -> Paper.signedPdf(Samples.transcript(Language.EN, 60), key));
    tell(
        "certificate as a picture of 1,200 pixels",
        10,
        i -> Paper.png(Samples.certificate(Language.EN, "Zo\u00eb " + i), 1, 1_200));
  }

  private static void tell(String what, int count, IntFunction<Bytes> make) {
    var threads = ManagementFactory.getThreadMXBean();
    double[] times = new double[ROUNDS];
    int size = 0;
    for (int round = 0; round < 3 + ROUNDS; round++) {
      long start = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < count; i++) {
        size = make.apply(i).size();
      }
      double each = (threads.getCurrentThreadCpuTime() - start) / 1e6 / count;
      if (round >= 3) {
        times[round - 3] = each;
      }
    }
    Arrays.sort(times);
    System.out.printf("%-46s %6.2f ms, %,d bytes%n", what, times[ROUNDS / 2], size);
  }
}
