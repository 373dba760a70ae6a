package org.insignia.server.api.me.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.transcripts.record.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * A sitting of an exam, whatever came of it.
 *
 * @param provider name of who held it
 * @param result {@code passed}, {@code failed}, {@code no-show} and the like
 * @param outcome what badge it gave, or why none
 * @param instead certifications that are given in place of the exam's badge, or that need the exam
 * @param badge that the pass gave, where it did
 */
record AttemptJson(
    CertificationJson.Issuer issuer,
    String uid,
    String code,
    String title,
    String provider,
    Instant takenAt,
    String result,
    @Nullable BigDecimal score,
    @Nullable BigDecimal passingScore,
    String outcome,
    List<String> instead,
    @Nullable UUID badge) {
  AttemptJson {
    instead = List.copyOf(instead);
  }

  static AttemptJson of(Attempt one, CertificationJson.Issuer issuer) {
    return new AttemptJson(
        issuer,
        one.uid(),
        one.code(),
        one.title(),
        one.provider(),
        one.takenAt(),
        CertificationJson.word(one.result()),
        one.score(),
        one.passingScore(),
        CertificationJson.word(one.badge()),
        one.instead(),
        CertificationJson.id(one.credential()));
  }
}
