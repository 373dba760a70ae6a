package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {
  private final List<URI> asked = new ArrayList<>();
  private final Allowance allowance =
      new Allowance(url -> {
        asked.add(url);
        return new Loaded.Document(Bytes.utf8(url.toString()), "", url);
      });

  @Test
  void each_document_is_fetched_once() {
    Loaded first = allowance.load("https://a.example/1");
    assertThat(allowance.load("https://a.example/1")).isSameAs(first);
    assertThat(asked).containsExactly(URI.create("https://a.example/1"));
  }

  @Test
  void thirty_two_documents_are_fetched_and_no_more() {
    for (int i = 0; i < 40; i++) {
      Loaded loaded = allowance.load("https://a.example/" + i);
      assertThat(loaded instanceof Loaded.Document).as("document %s", i).isEqualTo(i < 32);
    }
    assertThat(asked).hasSize(32);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "/1",
        "//a.example/1",
        "ftp://a.example/1",
        "file:///etc/passwd",
        "urn:uuid:1",
        "https:///1",
        "https:a.example",
        "https://ada@a.example/1",
        "https://a.example/ 1",
        "https://[/1"
      })
  void what_is_no_web_address_is_never_asked_for(String address) {
    assertThat(allowance.load(address)).isEqualTo(new Loaded.Unavailable("not a web address"));
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a.example/1", "HTTPS://a.example:8443/1?q#f"})
  void web_addresses_are_asked_for(String address) {
    assertThat(allowance.load(address)).isInstanceOf(Loaded.Document.class);
  }

  @Test
  void of_110_credentials_each_may_be_judged() {
    for (int i = 0; i < 110; i++) assertThat(allowance.spendCredential()).isTrue();
    assertThat(allowance.spendCredential()).isFalse();
  }
}
