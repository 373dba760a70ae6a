package org.insignia.openbadges.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.insignia.openbadges.json.MalformedCredential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidWebTest {

  @ParameterizedTest
  @CsvSource({
    "did:web:example.org, https://example.org/.well-known/did.json",
    "did:web:Example.org%3A8443, https://example.org:8443/.well-known/did.json",
    "did:web:example.org:org:acme, https://example.org/org/acme/did.json",
    "did:web:example.org%3a3000:a, https://example.org:3000/a/did.json"
  })
  void a_did_names_one_document(String did, URI url) {
    assertThat(DidWeb.documentUrl(did)).isEqualTo(url);
    assertThat(DidWeb.documentUrlOnLoopback(did)).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "did:web:",
        "did:web:localhost",
        "did:web:localhost%3A8080",
        "did:web:127.0.0.1",
        "did:web:10.0.0.1:a",
        "did:web:2130706433",
        "did:web:0x7f.1",
        "did:web:[::1]",
        "did:web:%5B%3A%3A1%5D",
        "did:web:user@example.org",
        "did:web:user%40example.org",
        "did:web:example.org:..:secret",
        "did:web:example.org:%2e%2e:secret",
        "did:web:example.org:a%2Fb",
        "did:web:example.org:a/b",
        "did:web:example.org/a",
        "did:web:example.org:",
        "did:web:example.org::a",
        "did:web:example.org?x=1",
        "did:web:example.org:a?x",
        "did:web:example.org:a#k",
        "did:web:example.org%3A0",
        "did:web:example.org%3A70000",
        "did:web:example.org%3A",
        "did:web:exa mple.org",
        "did:web:example.org.",
        "did:key:z6Mk"
      })
  void anything_that_could_lead_elsewhere_is_refused(String did) {
    assertThatThrownBy(() -> DidWeb.documentUrl(did)).isInstanceOf(MalformedCredential.class);
  }

  @Test
  void plain_http_is_for_loopback_hosts_alone() {
    assertThat(DidWeb.documentUrlOnLoopback("did:web:localhost%3A8080:o:acme"))
        .isEqualTo(URI.create("http://localhost:8080/o/acme/did.json"));
    assertThatThrownBy(() -> DidWeb.documentUrlOnLoopback("did:web:10.0.0.1"))
        .isInstanceOf(MalformedCredential.class);
    assertThatThrownBy(() -> DidWeb.documentUrlOnLoopback("did:web:intranet"))
        .isInstanceOf(MalformedCredential.class);
  }

  @Test
  void a_site_has_a_did_that_leads_back_to_it() {
    assertThat(DidWeb.did(URI.create("https://Example.org/org/acme/")))
        .isEqualTo("did:web:example.org:org:acme");
    assertThat(DidWeb.did(URI.create("http://localhost:8080")))
        .isEqualTo("did:web:localhost%3A8080");
    for (String bad :
        new String[] {
          "http://example.org",
          "https://u@example.org",
          "https://localhost/a",
          "https://example.org/a?b",
          "https://example.org/%2e%2e",
          "mailto:a@example.org"
        }) {
      assertThatThrownBy(() -> DidWeb.did(URI.create(bad))).isInstanceOf(MalformedCredential.class);
    }
  }
}
