package org.insignia.cli.badge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("product 8.3: a certificate's PDF, its credential and its signature")
class VerifyCertificateTest {
  private static final String OWN_KEY = "signed-by-its-issuer.pdf";
  private static final String OTHER_KEY = "signed-by-another-key.pdf";
  private static final String HERE = "did:web:localhost%3A28517:org:northwind";
  private static final String BADGES = "z6MkuMt3JfxzcCfZq43BdkvhGsgMWefqNcZurqEpxZrzL1D4";
  private static final String PAPERS = "zDnaea1YYsBzZWoeVithwzqjHjCSSJXg7QBULsYdoNtQoFu8E";
  private final Terminal terminal = new Terminal();
  @TempDir private Path folder = Path.of(".");

  @Test
  void the_credential_inside_and_the_signature_around_it_are_both_reported() throws IOException {
    var file = write("certificate.pdf", sample(OWN_KEY));
    assertThat(verify(file)).as(terminal.out()).isZero();
    assertThat(document())
        .containsEntry("outcome", "passed")
        .hasEntrySatisfying(
            "detail",
            detail ->
                assertThat(detail)
                    .contains("it covers the whole file", "CN=Northwind Academy", "published by"));
    assertThat(terminal.run("verify", "--trust", issuer(file), file)).isZero();
    assertThat(terminal.out())
        .contains("VALID", "ok        document", "CN=Northwind Academy", "ecdsa-rdfc-2019");
  }

  @Test
  void what_is_inside_can_be_taken_out_and_stands_by_itself() throws IOException {
    var file = write("certificate.pdf", sample(OWN_KEY));
    assertThat(terminal.run("unbake", file)).isZero();
    var credential = (JsonObject) Json.parse(terminal.out());
    assertThat(credential.string("name")).isEqualTo("Northwind Certified: Cloud");
    var json = write("credential.json", terminal.out().getBytes(StandardCharsets.UTF_8));
    assertThat(verify(json)).isZero();
  }

  @Test
  void a_signer_of_whom_the_issuer_says_nothing_is_told_and_changes_no_verdict()
      throws IOException {
    var file = write("certificate.pdf", sample(OTHER_KEY));
    assertThat(verify(file)).as(terminal.out()).isZero();
    assertThat(document())
        .containsEntry("outcome", "unchecked")
        .containsEntry("code", "document-signer-not-confirmed");
  }

  @Test
  void a_space_that_was_added_after_signing_is_found() throws IOException {
    var longer = Arrays.copyOf(sample(OWN_KEY), sample(OWN_KEY).length + 1);
    longer[longer.length - 1] = ' ';
    assertThat(verify(write("longer.pdf", longer))).isZero();
    assertThat(document())
        .containsEntry("outcome", "failed")
        .containsEntry("code", "document-changed");
  }

  @Test
  void a_document_that_says_something_else_is_found_though_its_credential_holds()
      throws IOException {
    var bytes = sample(OWN_KEY);
    // The metadata are not compressed (PDF/A): the certificate is made out to somebody else there.
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var name =
        new String("Ana L\u00facia".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(text).contains(name);
    int at = text.indexOf(name);
    bytes[at] = 'E';
    bytes[at + 1] = 'v';
    assertThat(verify(write("forged.pdf", bytes))).isZero();
    assertThat(document())
        .containsEntry("outcome", "failed")
        .containsEntry("code", "document-broken");
  }

  @Test
  void what_an_issuer_publishes_on_its_site_decides_about_the_signer() throws IOException {
    var file = write("certificate.pdf", sample("issuer-on-this-machine.pdf"));
    assertThat(terminal.run("verify", "--json", "--trust", HERE, file)).isEqualTo(2);
    assertThat(document())
        .containsEntry("outcome", "unchecked")
        .containsEntry("code", "document-signer-not-confirmed")
        .hasEntrySatisfying(
            "detail", detail -> assertThat(detail).endsWith("no issuer to compare with"));
    try (var site = Site.open(28_517)) {
      site.publish(keys(BADGES, PAPERS));
      assertThat(verifyHere(file)).as(terminal.out()).isZero();
      assertThat(document())
          .containsEntry("outcome", "passed")
          .hasEntrySatisfying(
              "detail", detail -> assertThat(detail).endsWith("the key is published by " + HERE));

      site.publish(keys(BADGES));
      assertThat(verifyHere(file)).as(terminal.out()).isZero();
      assertThat(document())
          .containsEntry("outcome", "failed")
          .containsEntry("code", "document-of-somebody-else");
    }
    assertThat(verifyHere(file)).as("the site is gone").isEqualTo(2);
    assertThat(document()).containsEntry("code", "document-signer-not-confirmed");
  }

  private int verifyHere(String file) {
    return terminal.run("verify", "--json", "--allow-loopback", "--trust", HERE, file);
  }

  /** The issuer's document, in which only the first key may sign badges. */
  private static String keys(String... multikeys) {
    var methods =
        Arrays.stream(multikeys)
            .map(key ->
                "{\"id\": \"%1$s#%2$s\", \"type\": \"Multikey\", \"controller\": \"%1$s\", \"publicKeyMultibase\": \"%2$s\"}"
                    .formatted(HERE, key))
            .toList();
    return """
    {"@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
     "id": "%1$s", "verificationMethod": [%2$s], "assertionMethod": ["%1$s#%3$s"]}
    """
        .formatted(HERE, String.join(", ", methods), multikeys[0]);
  }

  /** Where the identifier says that the issuer's document is. */
  private static final class Site implements AutoCloseable {
    private final HttpServer server;

    private Site(HttpServer server) {
      this.server = server;
    }

    static Site open(int port) throws IOException {
      try {
        var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new Site(HttpServer.create(here, 0));
      } catch (BindException taken) {
        Assumptions.abort("port " + port + ", of which the sample speaks, is taken here");
        throw taken;
      }
    }

    void publish(String document) {
      try {
        server.removeContext("/org/northwind/did.json");
      } catch (IllegalArgumentException nothingYet) {
        server.start();
      }
      byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/org/northwind/did.json",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/did+json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          });
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  private int verify(String file) {
    return terminal.run("verify", "--json", "--trust", issuer(file), file);
  }

  /** As the credential has it. */
  private String issuer(String file) {
    assertThat(terminal.run(file.endsWith(".pdf") ? "unbake" : "inspect", file)).isZero();
    var out = terminal.out();
    int from = out.indexOf("did:key:");
    int to = from;
    while (Character.isLetterOrDigit(out.charAt(to)) || out.charAt(to) == ':') {
      to++;
    }
    return out.substring(from, to);
  }

  /** The finding of the step {@code document}. */
  private java.util.Map<String, String> document() {
    var report = (JsonObject) Json.parse(terminal.out());
    for (var finding : report.list("findings")) {
      var found = (JsonObject) finding;
      if ("document".equals(found.string("step"))) {
        var words = new java.util.HashMap<String, String>();
        found.members().keySet().forEach(name -> words.put(name, found.string(name)));
        return words;
      }
    }
    throw new AssertionError("no step document in " + terminal.out());
  }

  private String write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  private static byte[] sample(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            VerifyCertificateTest.class.getResourceAsStream("/certificates/" + name))) {
      return in.readAllBytes();
    }
  }
}
