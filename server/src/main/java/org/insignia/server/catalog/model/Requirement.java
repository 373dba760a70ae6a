package org.insignia.server.catalog.model;

import java.util.List;
import java.util.stream.Stream;

/** A tree over exams and certifications: what must be held. */
public sealed interface Requirement {

  /** The exam is passed. */
  record ExamPassed(String uid) implements Requirement {}

  /** The certification is earned. */
  record CertificationHeld(String uid) implements Requirement {}

  /**
   * At least {@code needed} of the parts hold. For {@code ALL} that is every part, for {@code ANY}
   * one.
   */
  record Combination(Op op, int needed, List<Requirement> of) implements Requirement {
    public Combination {
      of = List.copyOf(of);
      if (of.isEmpty() || needed < 1 || needed > of.size()) {
        throw new IllegalArgumentException("needs " + needed + " of " + of.size());
      }
    }
  }

  /** How a combination was worded; {@code needed} alone decides. */
  enum Op {
    ALL,
    ANY,
    AT_LEAST
  }

  static Requirement all(List<Requirement> of) {
    return new Combination(Op.ALL, of.size(), of);
  }

  static Requirement any(List<Requirement> of) {
    return new Combination(Op.ANY, 1, of);
  }

  static Requirement atLeast(int needed, List<Requirement> of) {
    return new Combination(Op.AT_LEAST, needed, of);
  }

  /** Exams and certifications in it, from left to right, repeats included. */
  default Stream<Requirement> leaves() {
    return switch (this) {
      case ExamPassed leaf -> Stream.of(leaf);
      case CertificationHeld leaf -> Stream.of(leaf);
      case Combination combination -> combination.of().stream().flatMap(Requirement::leaves);
    };
  }

  /** Uids of the exams that it names itself, not through a certification. */
  default Stream<String> exams() {
    return leaves()
        .flatMap(leaf -> leaf instanceof ExamPassed exam ? Stream.of(exam.uid()) : Stream.empty());
  }

  /** Uids of the certifications that it names. */
  default Stream<String> certifications() {
    return leaves()
        .flatMap(leaf ->
            leaf instanceof CertificationHeld held ? Stream.of(held.uid()) : Stream.empty());
  }
}
