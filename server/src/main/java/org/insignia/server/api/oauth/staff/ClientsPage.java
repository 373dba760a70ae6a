package org.insignia.server.api.oauth.staff;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.door.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The OAuth clients of an organisation.
 *
 * @param made the client whose secret is shown just now; null otherwise
 * @param endpoint where access tokens are given
 * @param scopes words of those that a client may have
 * @param done what was done just now, as the end of a text key; empty for nothing
 */
public record ClientsPage(
    String slug,
    String organisation,
    @Nullable Fresh made,
    String endpoint,
    List<Row> rows,
    List<String> scopes,
    Wish wish,
    Problems problems,
    String done) {
  public ClientsPage {
    rows = List.copyOf(rows);
    scopes = List.copyOf(scopes);
  }

  /** What is shown only once. */
  public record Fresh(String clientId, String secret) {
    @Override
    public String toString() {
      return "Fresh(" + clientId + ", …)";
    }
  }

  /**
   * One of them.
   *
   * @param works whether its maker still has the role that it needs
   */
  public record Row(
      UUID id,
      String name,
      List<String> scopes,
      String maker,
      Instant madeAt,
      @Nullable Instant usedAt,
      boolean works) {
    public Row {
      scopes = List.copyOf(scopes);
    }
  }

  /** What was typed. */
  public record Wish(String name, Set<String> scopes) {
    static final Wish EMPTY = new Wish("", Set.of());

    public Wish {
      scopes = Set.copyOf(scopes);
    }
  }
}
