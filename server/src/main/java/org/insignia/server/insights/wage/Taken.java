package org.insignia.server.insights.wage;

import java.util.List;
import java.util.Map;

/**
 * What became of a file of official wages.
 *
 * @param rows how many occupations in areas were taken
 * @param withoutPay how many of these have no figure of pay
 * @param leftOut how many rows were left out, by the reason, in English
 * @param missing figures the file has no column for
 * @param faults the first rows that cannot be read, each with its line
 */
public record Taken(
    int rows,
    int withoutPay,
    Map<String, Integer> leftOut,
    List<String> missing,
    List<String> faults) {}
