package org.insignia.server.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Entry;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.catalog.model.Rules;
import org.insignia.server.eligibility.Taken.Mark;
import org.jspecify.annotations.Nullable;

/** Small catalogues and results of every shape, the same for the same seed. */
final class RandomCatalogue {
  private static final LocalDate START = LocalDate.of(2021, 1, 1);
  private static final int DAYS = 12;

  private final Random random;
  private final int exams;

  RandomCatalogue(long seed) {
    this.random = new Random(seed);
    this.exams = 3 + random.nextInt(4);
  }

  CatalogVersion catalogue() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < exams; i++) {
      entries.add(
          exam(
              "exam.e" + i,
              "E-" + i,
              random.nextInt(4) == 0 ? day() : null,
              random.nextInt(12) == 0));
    }
    int certifications = 2 + random.nextInt(4);
    for (int i = 0; i < certifications; i++) {
      entries.add(certification(i));
    }
    return new CatalogVersion(1, Rules.DEFAULT, entries, Map.of("exam.former", "exam.e0"));
  }

  private Certification certification(int number) {
    Requirement requires = random.nextInt(7) == 0 ? null : tree(number, 0);
    List<String> listed = requires == null ? List.of(examUid(), examUid()) : List.of();
    return certification(
        "certification.c" + number,
        listed,
        requires,
        random.nextInt(8) == 0 ? day() : null,
        random.nextInt(6) == 0);
  }

  private Requirement tree(int below, int depth) {
    int shape = random.nextInt(depth >= 2 ? 4 : 9);
    if (shape < 3) {
      return new Requirement.ExamPassed(random.nextInt(20) == 0 ? "exam.nowhere" : examUid());
    }
    if (shape == 3) {
      return below == 0
          ? new Requirement.ExamPassed("exam.former")
          : new Requirement.CertificationHeld("certification.c" + random.nextInt(below));
    }
    List<Requirement> parts = new ArrayList<>();
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      parts.add(tree(below, depth + 1));
    }
    return switch (random.nextInt(3)) {
      case 0 -> Requirement.all(parts);
      case 1 -> Requirement.any(parts);
      default -> Requirement.atLeast(1 + random.nextInt(size), parts);
    };
  }

  List<Taken> results() {
    List<Taken> results = new ArrayList<>();
    int count = random.nextInt(9);
    for (int i = 0; i < count; i++) {
      Mark mark =
          random.nextInt(3) > 0 ? Mark.PASSED : Mark.values()[random.nextInt(Mark.values().length)];
      String uid = random.nextInt(10) == 0 ? "exam.former" : examUid();
      results.add(new Taken(new UUID(random.nextLong(), random.nextLong()), uid, moment(), mark));
    }
    return results;
  }

  private Instant moment() {
    return day().atStartOfDay(ZoneOffset.UTC).plusHours(random.nextInt(24)).toInstant();
  }

  private LocalDate day() {
    return START.plusDays(random.nextInt(DAYS));
  }

  private String examUid() {
    return "exam.e" + random.nextInt(exams);
  }

  static Exam exam(String uid, String number, @Nullable LocalDate retirement, boolean legacy) {
    return new Exam(
        uid,
        number,
        "Title of " + number,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        retirement,
        List.of(),
        List.of(),
        false,
        legacy);
  }

  static Certification certification(
      String uid,
      List<String> listed,
      @Nullable Requirement requires,
      @Nullable LocalDate retirement,
      boolean legacy) {
    return new Certification(
        uid,
        uid.substring(uid.indexOf('.') + 1),
        "Title of " + uid,
        "role-based",
        List.of(),
        List.of(),
        List.of(),
        listed,
        List.of(),
        "renewal." + uid,
        "",
        retirement,
        legacy,
        requires,
        requires == null ? Certification.Basis.AMBIGUOUS : Certification.Basis.STATED);
  }
}
