package org.insignia.server.issuing.bulk;

import java.util.List;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.results.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a list.
 *
 * @param column the file's own name of the column to blame; empty where it is the row as a whole
 * @param recipient the address as it stands in the row, cut short; empty where there is none
 * @param credential the badge it gave
 */
public record RunRow(
    long line,
    Verdict verdict,
    String column,
    List<Finding> findings,
    String recipient,
    @Nullable CredentialId credential) {
  public RunRow {
    findings = List.copyOf(findings);
  }

  /** Names are stored and are keys of texts. */
  public enum Verdict {
    ISSUED,
    DUPLICATE,
    REFUSED
  }

  static RunRow without(
      long line, Verdict verdict, String column, List<Finding> findings, String recipient) {
    var shown = Finding.of("", recipient).args().getFirst();
    return new RunRow(
        line, verdict, column, findings, shown.substring(0, Math.min(shown.length(), 120)), null);
  }
}
