package org.insignia.server.insights.index.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchSettingsTest {
  @Test
  void without_an_address_there_is_no_cluster() {
    assertThat(new SearchSettings(" ", "", "").isGiven()).isFalse();
    assertThat(new SearchSettings(null, "insignia", null).isGiven()).isFalse();
  }

  @Test
  void the_password_is_taken_from_the_address_and_never_shown() {
    var settings = new SearchSettings("https://in:p%40ss@search.example:9200/path/", "a", null);
    assertThat(settings.base()).isEqualTo("https://search.example:9200/path");
    assertThat(settings.credentials()).isEqualTo("in:p@ss");
    assertThat(settings.toString()).doesNotContain("p@ss", "p%40ss");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search.example:9200 | must be https://",
        "ftp://search.example | must be https://",
        "https:///index | must be https://",
        "https://search.example?x=1 | must be https://",
        "https://in:p^ss@search.example | cannot be read",
        "http://in:pass@search.example:9200 | unencrypted"
      })
  void an_address_that_cannot_work_is_refused_in_words(String url, String words) {
    assertThatThrownBy(() -> new SearchSettings(url, "insignia", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("p^ss")
        .hasMessageNotContaining("pass@");
  }

  @Test
  void a_prefix_has_small_letters() {
    assertThatThrownBy(() -> new SearchSettings("http://localhost:9200", "Jobs*", null))
        .hasMessageContaining("INSIGNIA_SEARCH_PREFIX");
  }

  @Test
  void certificates_must_be_some(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("ca.pem"), "nothing\n").toString();
    assertThatThrownBy(() -> new SearchSettings("https://localhost:9200", "a", file))
        .hasMessageContaining("INSIGNIA_SEARCH_CERTIFICATES must be a PEM file");
    assertThatThrownBy(() -> new SearchSettings("http://localhost:9200", "a", file))
        .hasMessageContaining("is for an https address");
  }
}
