package org.insignia.openbadges.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects findings and draws the conclusion from them. */
public final class Findings {
  private static final int MAX_ALIKE = 20;

  /** Whose failure makes a credential invalid, whatever else is said. */
  private static final Set<Step> DECISIVE =
      EnumSet.of(
          Step.PARSE,
          Step.DATA_MODEL,
          Step.CONTEXT,
          Step.PROOF,
          Step.ISSUER,
          Step.RECIPIENT,
          Step.STATUS);

  private static final Set<Step> OF_AUTHENTICITY = EnumSet.of(Step.PARSE, Step.PROOF, Step.ISSUER);
  private static final Set<Step> OF_CONFORMANCE =
      EnumSet.of(Step.PARSE, Step.DATA_MODEL, Step.CONTEXT, Step.CONFORMANCE);

  private final List<Finding> all = new ArrayList<>();

  /** Adds a good finding. */
  public void passed(Step step, String detail) {
    all.add(new Finding.Passed(step, detail));
  }

  /** Adds a bad finding; of one step and reason no more than 20 are kept, of which one decides. */
  public void failed(Step step, Reason reason, String detail) {
    if (all.stream().filter(f -> isFailed(f, step, reason)).count() < MAX_ALIKE) {
      all.add(new Finding.Failed(step, reason, detail));
    }
  }

  private static boolean isFailed(Finding finding, Step step, Reason reason) {
    return finding instanceof Finding.Failed failed
        && failed.step() == step
        && failed.reason() == reason;
  }

  /** Adds that something could not be learnt. */
  public void unchecked(Step step, Reason reason, String detail) {
    all.add(new Finding.Unchecked(step, reason, detail));
  }

  /** Adds that a step had nothing to do. */
  public void skipped(Step step, String detail) {
    all.add(new Finding.Skipped(step, detail));
  }

  /** Whether this step has a bad finding. */
  public boolean hasFailed(Step step) {
    return all.stream().anyMatch(f -> f.step() == step && f instanceof Finding.Failed);
  }

  /** Whether this step was taken at all, with whatever outcome. */
  public boolean has(Step step) {
    return all.stream().anyMatch(f -> f.step() == step);
  }

  /** In the order of the steps. */
  public List<Finding> inOrder() {
    return all.stream().sorted(Comparator.comparing(Finding::step)).toList();
  }

  /** Whether the issuer signed this; null where that could not be checked. */
  public @Nullable Boolean authentic() {
    return judge(OF_AUTHENTICITY, EnumSet.of(Step.PROOF, Step.ISSUER));
  }

  /** Whether it keeps to its standard; null where that could not be checked. */
  public @Nullable Boolean conformant() {
    return judge(OF_CONFORMANCE, EnumSet.of(Step.DATA_MODEL));
  }

  /** The verdict: the worst that is certain, then what is not certain, then whether it is known. */
  public Verdict verdict() {
    if (failedFor(Reason.REVOKED) && !invalid()) {
      return Verdict.REVOKED;
    }
    if (failedFor(Reason.SUSPENDED) && !invalid()) {
      return Verdict.SUSPENDED;
    }
    if (invalid()) {
      return Verdict.INVALID;
    }
    if (failedFor(Reason.EXPIRED)) {
      return Verdict.EXPIRED;
    }
    if (failedFor(Reason.NOT_YET_VALID)) {
      return Verdict.NOT_YET_VALID;
    }
    if (!has(Step.PROOF) || all.stream().anyMatch(Findings::leavesOpen)) {
      return Verdict.UNCHECKED;
    }
    return passedTrust() ? Verdict.VALID : Verdict.UNKNOWN_ISSUER;
  }

  private boolean invalid() {
    return all.stream()
        .filter(Finding.Failed.class::isInstance)
        .map(Finding.Failed.class::cast)
        .anyMatch(f ->
            f.reason() != Reason.REVOKED
                && f.reason() != Reason.SUSPENDED
                && (DECISIVE.contains(f.step())
                    || f.reason() == Reason.DATES_REVERSED
                    || f.reason() == Reason.EMBEDDED_NOT_VALID
                    || f.reason() == Reason.OVER_LIMIT));
  }

  /** That a standard is kept to changes no verdict, nor does that it could not be compared. */
  private static boolean leavesOpen(Finding finding) {
    return finding instanceof Finding.Unchecked && finding.step() != Step.CONFORMANCE;
  }

  private boolean failedFor(Reason reason) {
    return all.stream()
        .anyMatch(f -> f instanceof Finding.Failed failed && failed.reason() == reason);
  }

  private boolean passedTrust() {
    return all.stream().anyMatch(f -> f.step() == Step.TRUST && f instanceof Finding.Passed);
  }

  private @Nullable Boolean judge(Set<Step> steps, Set<Step> needed) {
    if (all.stream().anyMatch(f -> steps.contains(f.step()) && f instanceof Finding.Failed)) {
      return false;
    }
    boolean open =
        all.stream().anyMatch(f -> steps.contains(f.step()) && f instanceof Finding.Unchecked);
    boolean seen =
        needed.stream()
            .allMatch(step ->
                all.stream().anyMatch(f -> f.step() == step && f instanceof Finding.Passed));
    return open || !seen ? null : Boolean.TRUE;
  }
}
