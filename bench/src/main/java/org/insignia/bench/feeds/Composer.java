package org.insignia.bench.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.insignia.bench.feeds.Feed.Pair;
import org.insignia.bench.feeds.Feed.Record;
import org.insignia.bench.feeds.Rules.Passed;

/**
 * Puts a feed together: ordinary people, and in between them every trap of the specification with
 * its known answer.
 */
final class Composer {
  private static final Instant FIRST_DAY = Instant.parse("2018-01-08T12:00:00Z");
  private static final Duration DELAY = Duration.ofHours(20);

  /**
   * A person's rows at most: the largest certification has a dozen exams, each may be tried twice.
   */
  private static final int MOST_ROWS_OF_ONE = 40;

  private final RandomGenerator random;
  private final Rules rules;
  private final List<Programme.Exam> exams;
  private final Map<String, Programme.Exam> byUid;
  private final List<List<String>> sets;
  private final double scale;
  final People people;

  private final List<Line> lines = new ArrayList<>();
  private final Map<Record, List<Passed>> passes = new HashMap<>();
  private final List<Pair> proposals = new ArrayList<>();
  private final List<Pair> apart = new ArrayList<>();
  private int nextResult = 1_000_000;

  Composer(Programme programme, RandomGenerator random, int rows) {
    this.random = random;
    this.rules = new Rules(programme);
    this.people = new People(random);
    this.byUid = programme.exams();
    this.exams = List.copyOf(programme.exams().values());
    this.scale = rows / 10_000.0;
    this.sets =
        programme.certifications().values().stream()
            .filter(c -> c.requires() != null)
            .map(c -> Programme.examsIn(c.requires()).stream().filter(byUid::containsKey).toList())
            .filter(s -> !s.isEmpty())
            .toList();
  }

  Feed compose(int rows) {
    new Traps(this).plant();
    int duplicates = share(240);
    while (lines.size() < rows - duplicates - MOST_ROWS_OF_ONE) {
      somebody();
    }
    while (lines.size() < rows - duplicates) {
      var exam = anyExam().uid();
      add(sitting(people.anybody(), exam, inTime(exam, someDay()), true));
    }
    lines.sort(Comparator.comparing(Line::received));
    for (int i = 0; i < duplicates; i++) {
      var again = lines.get(random.nextInt(lines.size() / 2));
      lines.add(again.verdict().equals("refused") ? again : again.verdict("duplicate"));
    }
    return new Feed(List.copyOf(lines), awards(), proposals, apart, merged());
  }

  /** So many of ten thousand, of a feed of this size. */
  int share(int ofTenThousand) {
    return Math.max(1, (int) Math.round(ofTenThousand * scale));
  }

  private void somebody() {
    var person = people.anybody();
    var set =
        random.nextInt(5) < 3 ? sets.get(random.nextInt(sets.size())) : List.of(anyExam().uid());
    var day = FIRST_DAY.plus(Duration.ofDays(random.nextInt(700)));
    for (var exam : set) {
      if (random.nextInt(100) < 18) {
        continue;
      }
      day = day.plus(Duration.ofDays(20 + random.nextInt(60)));
      var at = inTime(exam, day);
      if (random.nextInt(100) < 34) {
        add(sitting(person, exam, at, false));
        if (random.nextBoolean()) {
          add(
              sitting(
                  person, exam, inTime(exam, at.plus(Duration.ofDays(2))), random.nextInt(3) > 0));
        }
      } else {
        add(sitting(person, exam, at, true));
      }
    }
  }

  Programme.Exam anyExam() {
    return exams.get(random.nextInt(exams.size()));
  }

  Programme.Exam exam(String uid) {
    return java.util.Objects.requireNonNull(byUid.get(uid), uid);
  }

  RandomGenerator random() {
    return random;
  }

  /** That day, or before the exam's last one. */
  Instant inTime(String exam, Instant day) {
    LocalDate last = exam(exam).lastDay();
    if (last == null || !LocalDate.ofInstant(day, ZoneOffset.UTC).isAfter(last)) {
      return day;
    }
    return last.minusDays(1 + random.nextInt(200)).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  Instant someDay() {
    return FIRST_DAY.plus(Duration.ofDays(random.nextInt(900)));
  }

  Sitting sitting(Person person, String exam, Instant at, boolean passed) {
    return new Sitting(
        "R" + nextResult++, person, exam, exam(exam).code(), at, passed, Sitting.PLAIN);
  }

  Sitting sitting(Person person, String exam, Instant at, String kind) {
    return new Sitting("R" + nextResult++, person, exam, exam(exam).code(), at, null, kind);
  }

  /** An ordinary final row. */
  void add(Sitting sitting) {
    add(Line.of(sitting, "final", sitting.at().plus(DELAY)));
    count(sitting);
  }

  void add(Line line) {
    lines.add(line);
  }

  Line line(Sitting sitting, String status, Duration later) {
    return Line.of(sitting, status, sitting.at().plus(DELAY).plus(later));
  }

  /** Notes that this pass counts in the end. */
  void count(Sitting sitting) {
    var mine = passes.computeIfAbsent(Record.of(sitting.person()), record -> new ArrayList<>());
    if (sitting.isPass()) {
      mine.add(new Passed(sitting.exam(), sitting.at()));
    }
  }

  void propose(Person one, Person other) {
    proposals.add(new Pair(Record.of(one), Record.of(other)));
  }

  void keepApart(Person one, Person other) {
    apart.add(new Pair(Record.of(one), Record.of(other)));
  }

  private Map<Record, Map<String, Instant>> awards() {
    Map<Record, Map<String, Instant>> awards = new LinkedHashMap<>();
    passes.forEach((record, counted) -> awards.put(record, rules.earned(counted)));
    return awards;
  }

  private Map<Pair, Map<String, Instant>> merged() {
    Map<Pair, Map<String, Instant>> merged = new LinkedHashMap<>();
    for (var pair : proposals) {
      List<Passed> both = new ArrayList<>(passes.getOrDefault(pair.one(), List.of()));
      both.addAll(passes.getOrDefault(pair.other(), List.of()));
      merged.put(pair, rules.earned(both));
    }
    return merged;
  }
}
