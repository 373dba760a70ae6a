package org.insignia.server.catalog.staff;

import java.util.List;

/**
 * Achievements in an order that staff decide: what comes next after one, or what a collection
 * holds.
 *
 * @param lists one for what comes next; one for each collection
 * @param mayOpen whether another collection can be opened here
 * @param name of a new collection, as typed
 */
public record NeighbourPage(
    String slug,
    String organisation,
    String path,
    String title,
    String back,
    String backTitle,
    List<Listed> lists,
    boolean mayChange,
    boolean mayOpen,
    String name,
    Faults faults) {
  public NeighbourPage {
    lists = List.copyOf(lists);
  }

  /**
   * One list.
   *
   * @param path where its changes are sent
   * @param others what can be added
   */
  public record Listed(
      String path, String name, List<Item> items, List<Item> others, boolean mayClose) {
    public Listed {
      items = List.copyOf(items);
      others = List.copyOf(others);
    }
  }

  /** An achievement in a list. */
  public record Item(String id, String name, String picture, String path) {}
}
