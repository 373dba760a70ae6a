package org.insignia.bench.feeds;

import java.util.List;

/** What a certification asks for. */
sealed interface Tree {
  /** An exam passed. */
  record Pass(String exam) implements Tree {}

  /** A certification held. */
  record Hold(String certification) implements Tree {}

  /** At least {@code k} of these: all, any and "at least" alike. */
  record Some(int k, List<Tree> of) implements Tree {}
}
