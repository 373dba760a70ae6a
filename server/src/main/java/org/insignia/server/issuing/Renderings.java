package org.insignia.server.issuing;

import java.util.List;

/**
 * The addresses at which a feature shows something of a badge to everybody: each answers 404 for a
 * badge that is not public. A feature that adds such an address names it in a bean of this type; a
 * test walks all of them through all states of visibility, and finds routes that are named nowhere.
 */
public interface Renderings {
  /**
   * Paths with their queries; {@code {id}} stands for the badge's id, {@code {number}} for its
   * certificate's number and {@code {url}} for the encoded address of its page.
   */
  List<String> addresses();
}
