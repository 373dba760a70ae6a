package org.insignia.server.sharing.collections.web;

import java.util.List;
import org.insignia.server.sharing.collections.BadgeCollection;

/**
 * A person's collections, with the form for a new one.
 *
 * @param problem text key of what is to be mended; empty where nothing is
 */
public record CollectionsPage(List<BadgeCollection> collections, String problem) {
  public CollectionsPage {
    collections = List.copyOf(collections);
  }
}
