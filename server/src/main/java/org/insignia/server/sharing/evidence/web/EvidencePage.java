package org.insignia.server.sharing.evidence.web;

import java.util.List;
import org.insignia.server.sharing.evidence.OwnEvidence;

/**
 * The own evidence of one badge, with the form for more.
 *
 * @param badge path of the badge's page
 * @param problem text key of what is to be mended; empty where nothing is
 * @param wrong name of the field that is wrong; empty where none is
 * @param full whether there is no room for more
 */
public record EvidencePage(
    String badge,
    String name,
    List<OwnEvidence> evidence,
    Typed typed,
    String problem,
    String wrong,
    boolean full) {
  public EvidencePage {
    evidence = List.copyOf(evidence);
  }

  /** What stood in the form. */
  public record Typed(String title, String text, String url) {}
}
