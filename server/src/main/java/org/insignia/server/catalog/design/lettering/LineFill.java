package org.insignia.server.catalog.design.lettering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Shares pieces of text among lines of given widths so that the lines are filled evenly: least sum
 * of squares of what each line leaves free, as a share of its width.
 *
 * @param widths of the lines, in em
 */
record LineFill(Pieces pieces, List<Double> widths) {
  LineFill {
    widths = List.copyOf(widths);
  }

  /** The lines; empty where the pieces do not fit. */
  List<String> lines() {
    if (pieces.least() > widths.stream().mapToDouble(Double::doubleValue).sum()) {
      return List.of();
    }
    int count = pieces.count();
    double[][] cost = new double[widths.size() + 1][count + 1];
    int[][] from = new int[widths.size() + 1][count + 1];
    for (double[] row : cost) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    cost[0][0] = 0;
    for (int line = 1; line <= widths.size(); line++) {
      for (int end = 1; end <= count; end++) {
        fillLine(line, end, cost, from);
      }
    }
    if (Double.isInfinite(cost[widths.size()][count])) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    for (int line = widths.size(), end = count; line > 0; line--) {
      int start = from[line][end];
      lines.add(pieces.between(start, end));
      end = start;
    }
    Collections.reverse(lines);
    return lines;
  }

  private void fillLine(int line, int end, double[][] cost, int[][] from) {
    double available = widths.get(line - 1);
    double used = pieces.get(end - 1).word();
    for (int start = end - 1; used <= available; start--) {
      double free = 1 - used / available;
      double sum = cost[line - 1][start] + free * free;
      if (sum < cost[line][end]) {
        cost[line][end] = sum;
        from[line][end] = start;
      }
      if (start == 0 || pieces.get(start - 1).endsLine()) {
        return;
      }
      used += pieces.get(start - 1).full();
    }
  }
}
