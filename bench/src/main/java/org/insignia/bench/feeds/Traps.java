package org.insignia.bench.feeds;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every trap of the feed specification, each planted with what must come of it. */
final class Traps {
  private static final Duration NONE = Duration.ZERO;
  private static final Duration LATER = Duration.ofDays(3);
  private static final Map<String, String> PASS_WORDS =
      Map.of("es", "Aprobado", "pt-BR", "Aprovado", "zh-CN", "合格", "it", "Superato");

  private final Composer feed;

  Traps(Composer feed) {
    this.feed = feed;
  }

  void plant() {
    repeat(
        400,
        () ->
            feed.add(feed.sitting(feed.people.anybody(), exam(), feed.someDay(), Sitting.NO_SHOW)));
    repeat(
        60,
        () -> feed.add(feed.sitting(feed.people.anybody(), exam(), feed.someDay(), Sitting.NDA)));
    repeat(80, this::betaThenFinal);
    repeat(60, this::heldThenReleased);
    repeat(40, this::corrected);
    repeat(15, this::revoked);
    repeat(5, this::revokedAndUnrevoked);
    repeat(40, this::accountInAnotherLanguage);
    repeat(40, () -> twoRecords(feed.people.at("certiport")));
    repeat(10, () -> twoRecords(feed.people.notEnglish()));
    repeat(20, this::lookAlikes);
    repeat(20, this::codeSpelledOtherwise);
    repeat(15, this::unknownExam);
    repeat(15, this::afterRetirement);
    repeat(15, this::figuresDenyTheGrade);
    repeat(15, this::passWithoutScore);
    repeat(15, this::passedTwice);
    repeat(15, this::outOfOrder);
    repeat(15, this::nameWithoutDiacritics);
    repeat(15, this::sharedMailbox);
  }

  private void repeat(int ofTenThousand, Runnable trap) {
    for (int i = feed.share(ofTenThousand); i > 0; i--) {
      trap.run();
    }
  }

  private String exam() {
    return feed.anyExam().uid();
  }

  private Sitting pass(Person person) {
    var exam = exam();
    return feed.sitting(person, exam, feed.inTime(exam, feed.someDay()), true);
  }

  private void betaThenFinal() {
    var sitting = pass(feed.people.anybody());
    feed.add(
        feed.line(sitting, "beta-pending", NONE)
            .with("score", "")
            .with("grade", "")
            .verdict("held"));
    feed.add(feed.line(sitting, "final", LATER));
    feed.count(sitting);
  }

  private void heldThenReleased() {
    var sitting = pass(feed.people.anybody());
    feed.add(feed.line(sitting, "held", NONE).verdict("held"));
    feed.add(feed.line(sitting, "final", LATER));
    feed.count(sitting);
  }

  /** Half of them from pass to fail, half from fail to pass; the score follows. */
  private void corrected() {
    var truth = pass(feed.people.anybody());
    boolean passed = feed.random().nextBoolean();
    var first = feed.line(truth, "final", NONE);
    var second = feed.line(truth, "corrected", LATER);
    feed.add(passed ? first.with("grade", "fail").with("score", "640") : first);
    feed.add(passed ? second : second.with("grade", "fail").with("score", "640"));
    feed.count(
        passed
            ? truth
            : new Sitting(
                truth.result(),
                truth.person(),
                truth.exam(),
                truth.code(),
                truth.at(),
                false,
                truth.kind()));
  }

  private void revoked() {
    var sitting = pass(feed.people.anybody());
    feed.add(feed.line(sitting, "final", NONE));
    feed.add(feed.line(sitting, "revoked", LATER));
  }

  private void revokedAndUnrevoked() {
    var sitting = pass(feed.people.anybody());
    feed.add(feed.line(sitting, "final", NONE));
    feed.add(feed.line(sitting, "revoked", LATER));
    feed.add(feed.line(sitting, "unrevoked", LATER.multipliedBy(2)));
    feed.count(sitting);
  }

  /** F1: the grade in the account's language, the score with a decimal comma. */
  private void accountInAnotherLanguage() {
    var person = feed.people.notEnglish();
    var sitting = pass(person);
    feed.add(
        feed.line(sitting, "final", NONE)
            .with("grade", PASS_WORDS.getOrDefault(person.language(), "pass"))
            .with("score", "812,0"));
    feed.count(sitting);
  }

  /** F2: one person under two records; neither alone completes the certification. */
  private void twoRecords(Person one) {
    var email = one.email();
    var variant =
        switch (feed.random().nextInt(4)) {
          case 0 -> email.replace("@", "+exam@");
          case 1 -> email.substring(0, 1).toUpperCase(Locale.ROOT) + email.substring(1);
          case 2 -> email + " ";
          default -> "other." + email;
        };
    var other = one.again(feed.people.candidate(), variant);
    var day = feed.someDay();
    feed.add(feed.sitting(one, "exam.mo-100", day, true));
    feed.add(feed.sitting(other, "exam.mo-200", day.plus(Duration.ofDays(40)), true));
    feed.add(feed.sitting(other, "exam.mo-300", day.plus(Duration.ofDays(80)), true));
    feed.propose(one, other);
  }

  private void lookAlikes() {
    var one = feed.people.anybody();
    var other = feed.people.lookAlike(one);
    var day = feed.someDay();
    feed.add(feed.sitting(one, "exam.mo-100", day, true));
    feed.add(feed.sitting(other, "exam.mo-200", day.plus(Duration.ofDays(40)), true));
    feed.add(feed.sitting(other, "exam.mo-300", day.plus(Duration.ofDays(80)), true));
    feed.keepApart(one, other);
  }

  private void codeSpelledOtherwise() {
    var sitting = pass(feed.people.anybody());
    var code = sitting.code();
    var spelled =
        switch (feed.random().nextInt(4)) {
          case 0 -> code.toLowerCase(Locale.ROOT);
          case 1 -> code.replace('-', '\u2013');
          case 2 -> code.replaceFirst("^([A-Z]+)(\\d)", "$1-$2");
          default -> " " + code + " ";
        };
    feed.add(feed.line(sitting, "final", NONE).with("exam_code", spelled));
    feed.count(sitting);
  }

  private void unknownExam() {
    var sitting = pass(feed.people.anybody());
    feed.add(
        feed.line(sitting, "final", NONE)
            .with("exam_code", "ZZ-" + (900 + feed.random().nextInt(99)))
            .verdict("refused"));
  }

  private void afterRetirement() {
    var exam = exam();
    while (feed.exam(exam).lastDay() == null) {
      exam = exam();
    }
    LocalDate last = java.util.Objects.requireNonNull(feed.exam(exam).lastDay());
    var at = last.plusDays(2 + feed.random().nextInt(30)).atTime(10, 0).toInstant(ZoneOffset.UTC);
    feed.add(feed.sitting(feed.people.anybody(), exam, at, true));
  }

  private void figuresDenyTheGrade() {
    var sitting = pass(feed.people.anybody());
    boolean below = feed.random().nextBoolean();
    feed.add(
        feed.line(sitting, "final", NONE)
            .with("score", below ? "612" : "812")
            .with("grade", below ? "pass" : "fail")
            .verdict("held"));
  }

  private void passWithoutScore() {
    var sitting = pass(feed.people.anybody());
    feed.add(feed.line(sitting, "final", NONE).with("score", ""));
    feed.count(sitting);
  }

  private void passedTwice() {
    var person = feed.people.anybody();
    var first = pass(person);
    feed.add(first);
    feed.add(
        feed.sitting(
            person,
            first.exam(),
            feed.inTime(first.exam(), first.at().plus(Duration.ofHours(6))),
            true));
  }

  /** The second exam's row is sent before the first one's. */
  private void outOfOrder() {
    var person = feed.people.anybody();
    var day = feed.someDay();
    var first = feed.sitting(person, "exam.mo-100", day, true);
    var second = feed.sitting(person, "exam.mo-200", day.plus(Duration.ofDays(5)), true);
    feed.add(feed.line(second, "final", NONE));
    feed.add(feed.line(first, "final", Duration.ofDays(30)));
    List.of(first, second).forEach(feed::count);
  }

  private void nameWithoutDiacritics() {
    var person = feed.people.anybody();
    feed.add(pass(person));
    var plain =
        java.text.Normalizer.normalize(person.first(), java.text.Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "");
    var again = pass(person);
    feed.add(feed.line(again, "final", NONE).with("first_name", plain));
    feed.count(again);
  }

  /**
   * One mailbox at two providers, before anybody has proved to own it: two people as far as is
   * known.
   */
  private void sharedMailbox() {
    var one = feed.people.at("pearson-vue");
    var other = feed.people.at("prometric");
    var shared =
        new Person(
            other.provider(),
            other.candidate(),
            other.first(),
            other.last(),
            one.email(),
            other.language(),
            other.birthMonth(),
            other.country());
    feed.add(pass(one));
    feed.add(pass(shared));
  }
}
