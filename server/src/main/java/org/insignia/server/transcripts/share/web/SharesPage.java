package org.insignia.server.transcripts.share.web;

import java.util.List;
import org.insignia.server.transcripts.share.Share;

/**
 * All shares of an earner.
 *
 * @param done text key of what was just done; empty for nothing
 */
public record SharesPage(List<Line> shares, String done) {
  /**
   * One of them.
   *
   * @param views how often it was opened or taken from
   * @param wrong how many codes in a row were wrong
   */
  public record Line(Share share, Share.State state, long views, int wrong) {}

  public SharesPage {
    shares = List.copyOf(shares);
  }
}
