package org.insignia.bench.pages;

import java.util.Arrays;

/**
 * Two samples of the same size, compared by their medians and by the test of Kolmogorov and
 * Smirnov.
 */
final class TwoSamples {
  private final double[] one;
  private final double[] other;

  TwoSamples(double[] one, double[] other) {
    this.one = one.clone();
    this.other = other.clone();
    Arrays.sort(this.one);
    Arrays.sort(this.other);
  }

  double medianOfOne() {
    return one[one.length / 2];
  }

  double medianOfOther() {
    return other[other.length / 2];
  }

  /** The greatest distance between the two distributions. */
  double distance() {
    double most = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      if (one[i] <= other[j]) {
        i++;
      } else {
        j++;
      }
      most = Math.max(most, Math.abs((double) i / one.length - (double) j / other.length));
    }
    return most;
  }

  /** How probable such a distance is between two samples of the same, by Kolmogorov's limit. */
  double probability() {
    double root = Math.sqrt(one.length / 2.0);
    double x = (root + 0.12 + 0.11 / root) * distance();
    double sum = 0;
    for (int k = 1; k < 100; k++) {
      sum += 2 * (k % 2 == 1 ? 1 : -1) * Math.exp(-2.0 * k * k * x * x);
    }
    return Math.clamp(x < 0.2 ? 1 : sum, 0, 1);
  }
}
