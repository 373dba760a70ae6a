package org.insignia.server.api.tokens;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.door.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of an organisation.
 *
 * @param secret of the token that was made just now; empty otherwise
 * @param scopes words of those that the viewer may give
 * @param lives days that a token may live
 * @param overlaps hours that a renewed token works on
 * @param done what was done just now, as the end of a text key; empty for nothing
 */
public record TokensPage(
    String slug,
    String organisation,
    String secret,
    List<Row> rows,
    List<String> scopes,
    List<Integer> lives,
    List<Integer> overlaps,
    Wish wish,
    Problems problems,
    String done) {
  public TokensPage {
    rows = List.copyOf(rows);
    scopes = List.copyOf(scopes);
    lives = List.copyOf(lives);
    overlaps = List.copyOf(overlaps);
  }

  /**
   * One of them.
   *
   * @param state the end of a text key
   * @param live whether it can be revoked
   * @param renewable whether another can be made in its place
   */
  public record Row(
      UUID id,
      String name,
      List<String> scopes,
      String maker,
      Instant madeAt,
      Instant expiresAt,
      @Nullable Instant usedAt,
      String state,
      String tone,
      boolean live,
      boolean renewable) {
    public Row {
      scopes = List.copyOf(scopes);
    }
  }

  /** What was typed. */
  public record Wish(String name, Set<String> scopes, int days) {
    static final Wish EMPTY = new Wish("", Set.of(), 90);

    public Wish {
      scopes = Set.copyOf(scopes);
    }
  }
}
