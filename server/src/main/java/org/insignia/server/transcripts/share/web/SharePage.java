package org.insignia.server.transcripts.share.web;

import java.util.List;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.transcripts.opening.Views;
import org.insignia.server.transcripts.share.Share;

/**
 * One share as its earner sees it.
 *
 * @param link to copy; opens nothing without the code
 * @param code that was just set, shown this once; empty otherwise
 * @param fresh whether it was just made
 * @param programs address at which programs read it; empty where they may not
 * @param shown what it shows now
 * @param views how many there were
 * @param latest the latest of them
 * @param wrong how many codes in a row were wrong
 * @param proposal a code that could be set instead
 */
public record SharePage(
    Share share,
    Share.State state,
    String link,
    String code,
    boolean fresh,
    String programs,
    List<Choice> shown,
    long views,
    List<Views.View> latest,
    int wrong,
    String proposal,
    Problems problems) {
  public SharePage {
    shown = List.copyOf(shown);
    latest = List.copyOf(latest);
  }
}
