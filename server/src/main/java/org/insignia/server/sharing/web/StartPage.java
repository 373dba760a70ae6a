package org.insignia.server.sharing.web;

import java.util.List;

/**
 * The first page.
 *
 * @param organisations a few of those who issue here
 * @param more whether there are others
 */
public record StartPage(List<DirectoryPage.Entry> organisations, boolean more, Meta meta) {
  public StartPage {
    organisations = List.copyOf(organisations);
  }
}
