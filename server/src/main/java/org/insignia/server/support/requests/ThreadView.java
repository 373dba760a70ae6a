package org.insignia.server.support.requests;

import java.time.Instant;
import java.util.List;

/**
 * A request and what was written, in the reader's words.
 *
 * @param to who is asked
 * @param topicKey text key of what it is about
 * @param tone of its state
 * @param findings what the check found when it was asked
 */
public record ThreadView(
    String subject,
    String to,
    String topicKey,
    String tone,
    String stateKey,
    boolean closed,
    Instant asked,
    List<String> findings,
    List<Entry> entries) {
  public ThreadView {
    findings = List.copyOf(findings);
    entries = List.copyOf(entries);
  }

  /**
   * A message.
   *
   * @param mine whether whoever reads wrote it, or their side
   */
  public record Entry(String by, boolean mine, Instant at, String words) {}
}
