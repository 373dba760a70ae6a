package org.insignia.server.console;

import java.util.List;
import org.insignia.server.organisations.Members;
import org.insignia.server.platform.web.Menu;
import org.insignia.server.platform.web.Viewer;
import org.springframework.stereotype.Component;

/** Shows the way to the console to those who have something to do there. */
@Component
final class ConsoleMenu implements Menu {
  private final Members members;

  ConsoleMenu(Members members) {
    this.members = members;
  }

  @Override
  public List<Entry> entries(Viewer viewer) {
    return members.worksSomewhere(viewer.id())
        ? List.of(new Entry("console.title", "/console"))
        : List.of();
  }
}
