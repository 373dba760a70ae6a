package org.insignia.server.platform.web;

import java.util.List;

/**
 * Port: what the header offers this person beyond their own pages; answered by a feature that knows
 * roles.
 */
public interface Menu {

  /**
   * @param key text key of its name
   */
  record Entry(String key, String path) {}

  /** In the order of the header; empty for most people. */
  List<Entry> entries(Viewer viewer);
}
