package org.insignia.server.insights.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import org.insignia.server.insights.format.FeedKind;
import org.springframework.stereotype.Component;

/** Lets tests of other packages hand files in. */
@Component
public class FeedDoor {
  private final FileImports imports;
  private final Feeds feeds;

  FeedDoor(FileImports imports, Feeds feeds) {
    this.imports = imports;
    this.feeds = feeds;
  }

  /** The feed that a good file of JSON Lines was read into. */
  public UUID imported(String name, byte[] file) throws IOException {
    var wish = new FileImports.Wish(name, FeedKind.JSON_LINES, "", "", "", true, false);
    var imported = imports.take("test", wish, new ByteArrayInputStream(file));
    assertThat(imported.run().outcome()).isEqualTo(Outcome.GOOD);
    return imported.feed().id();
  }

  public void remove(UUID feed) {
    feeds.remove("test", feed);
  }
}
