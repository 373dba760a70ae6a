package org.insignia.server.insights.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.insignia.server.insights.format.FeedKind;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class FeedFileTest {
  @Autowired private Feeds feeds;
  @Autowired private FeedStore store;
  @Autowired private TransactionTemplate transaction;
  @TempDir private Path folder;

  @Test
  void the_file_and_the_console_say_the_same() throws IOException {
    var name = "file " + UUID.randomUUID();
    Files.writeString(
        folder.resolve(FeedFile.NAME),
        """
        feeds:
          - name: %s
            kind: greenhouse
            address: https://boards-api.greenhouse.invalid/v1/boards/acme/jobs?content=true
            minutes: 360
            country: de
            attribution: "Jobs: Acme"
            active: false
            key: s3cret
        """
            .formatted(name));
    var file = new FeedFile(folder, store, feeds, transaction);
    file.once();
    var feed = store.named(name).orElseThrow();
    assertThat(feed.fromFile()).isTrue();
    assertThat(feed.hasKey()).isTrue();
    assertThat(feed.settings().kind()).isEqualTo(FeedKind.GREENHOUSE);
    assertThat(feed.settings().country()).isEqualTo("DE");
    assertThat(store.sealedKey(feed.id()).orElseThrow()).doesNotContain("s3cret");
    assertThat(FeedFile.parse(FeedFile.write(feeds.all())))
        .extracting(entry -> entry.wish().settings())
        .contains(feed.settings());
    assertThatThrownBy(() -> feeds.change("test", feed.id(), feed.settings()))
        .isInstanceOf(Problem.Conflict.class)
        .hasMessageContaining(FeedFile.NAME);

    Files.writeString(folder.resolve(FeedFile.NAME), "feeds: [{name: broken}]");
    Files.setLastModifiedTime(
        folder.resolve(FeedFile.NAME), java.nio.file.attribute.FileTime.fromMillis(1));
    file.once();
    assertThat(store.find(feed.id()).orElseThrow().fromFile()).isTrue();

    Files.writeString(folder.resolve(FeedFile.NAME), "feeds: []");
    file.apply();
    assertThat(store.find(feed.id()).orElseThrow().fromFile()).isFalse();
    feeds.remove("test", feed.id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feeds: 1 | no list of feeds",
        "feeds: [1] | feed 1 has no names",
        "feeds: [{name: a, kind: nothing, address: 'https://a.example'}] | wrong kind",
        "feeds: [{name: a, kind: rss, address: 'ftp://a.example'}] | wrong address",
        "feeds: [{name: a, kind: rss, address: 'https://a.example', minutes: 1}] | wrong minutes",
        "feeds: [{name: a, kind: rss, address: 'https://a.example', colour: red}] | colour is not known",
        "feeds: [{name: a, kind: rss, address: 'https://a.example', country: ZZ}] | wrong country"
      })
  void a_mistake_is_named_with_its_place(String text, String complaint) {
    assertThatThrownBy(() -> FeedFile.parse(text)).hasMessageContaining(complaint);
  }

  @Test
  void no_class_is_made_of_what_the_file_says() {
    assertThatThrownBy(() -> FeedFile.parse("feeds: !!java.net.URL ['https://a.example']"))
        .isInstanceOf(RuntimeException.class);
  }
}
