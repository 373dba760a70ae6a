package org.insignia.server.insights.web;

import java.util.List;
import org.insignia.server.insights.web.InsightsPage.Choice;
import org.insignia.server.insights.web.InsightsPage.JobRow;

/**
 * Postings that were searched for.
 *
 * @param back address of the insights this search began at; empty where it began by itself
 * @param badge name of that badge
 * @param narrowed what it is narrowed down by besides the fields, each with the address without it
 * @param earlier address of the page before; empty on the first
 */
public record JobsPage(
    Asked asked,
    String back,
    String badge,
    List<Choice> countries,
    List<Choice> skills,
    List<Narrowed> narrowed,
    long openings,
    List<JobRow> jobs,
    String earlier,
    String later) {
  /** Something the postings have in common. */
  public record Narrowed(String label, String without) {}
}
