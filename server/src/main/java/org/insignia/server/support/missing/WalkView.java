package org.insignia.server.support.missing;

import java.util.List;

/**
 * A walk in the reader's words.
 *
 * @param title what is missing
 * @param organisation whose badge it is
 * @param summary what came out, in a sentence
 * @param clear whether nothing stands in the way
 * @param badgePath the badge, where there is one to look at; empty: none
 */
public record WalkView(
    String title,
    String organisation,
    String summary,
    boolean clear,
    String badgePath,
    List<Step> steps) {
  public WalkView {
    steps = List.copyOf(steps);
  }

  /**
   * A station.
   *
   * @param tone of its mark
   * @param state its mark in words
   * @param words what is known where nothing is wrong; empty where something is
   */
  public record Step(String title, String tone, String state, String words, List<Cause> causes) {
    public Step {
      causes = List.copyOf(causes);
    }
  }

  /**
   * What is wrong there and what can be done.
   *
   * @param quote somebody's own words about it; empty: none
   */
  public record Cause(String title, String words, String quote, List<Action> actions) {
    public Cause {
      actions = List.copyOf(actions);
    }
  }

  /**
   * A button or a link.
   *
   * @param post whether pressing it does something; else it leads somewhere
   */
  public record Action(String label, String path, boolean post, List<Field> fields) {
    public Action {
      fields = List.copyOf(fields);
    }

    static Action link(String label, String path) {
      return new Action(label, path, false, List.of());
    }
  }

  /** A value that goes along with a button. */
  public record Field(String name, String value) {}
}
