package org.insignia.server.insights.index.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenSearch cluster that holds the index of postings.
 *
 * @param url {@code https://user:password@host:9200} or {@code http://host:9200}; absent: each node
 *     keeps an index of its own
 * @param prefix how the names of everything kept there begin
 * @param certificates PEM file of the certificates that the cluster's is signed by; absent: those
 *     that Java trusts
 */
@ConfigurationProperties("insignia.search")
public record SearchSettings(
    @Nullable String url, @DefaultValue("insignia") String prefix, @Nullable String certificates) {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Checks all of it.
   *
   * @throws IllegalArgumentException in words for the operator, without the password
   */
  public SearchSettings {
    url = url == null || url.isBlank() ? null : url.strip();
    certificates = certificates == null || certificates.isBlank() ? null : certificates.strip();
    prefix = prefix.isBlank() ? "insignia" : prefix.strip();
    if (!prefix.matches("[a-z0-9][a-z0-9-]{0,60}")) {
      throw new IllegalArgumentException(
          "INSIGNIA_SEARCH_PREFIX must be small letters, digits and hyphens, was " + prefix);
    }
    boolean secure = url != null && "https".equals(checked(url).getScheme());
    if (certificates != null) {
      if (!secure) {
        throw new IllegalArgumentException(
            "INSIGNIA_SEARCH_CERTIFICATES is for an https address in INSIGNIA_SEARCH_URL");
      }
      trusting(certificates);
    }
  }

  private static URI checked(String url) {
    URI address;
    try {
      address = new URI(url);
    } catch (URISyntaxException e) {
      // The reason would name the address, and with it the password.
      throw new IllegalArgumentException(
          "INSIGNIA_SEARCH_URL cannot be read as an address; write odd characters of the password as %XX");
    }
    boolean plain = "http".equals(address.getScheme());
    if (address.getHost() == null
        || !(plain || "https".equals(address.getScheme()))
        || address.getQuery() != null
        || address.getFragment() != null) {
      throw new IllegalArgumentException(
          "INSIGNIA_SEARCH_URL must be https://user:password@host:port or http://host:port");
    }
    if (plain && address.getUserInfo() != null && !THIS_MACHINE.contains(address.getHost())) {
      throw new IllegalArgumentException(
          "INSIGNIA_SEARCH_URL would send a password unencrypted; begin it with https:");
    }
    return address;
  }

  /** Whether there is a cluster at all. */
  public boolean isGiven() {
    return url != null;
  }

  /** Where it is, without who asks and without a slash at the end. */
  String base() {
    var given = given();
    var path = given.getRawPath() == null ? "" : given.getRawPath().replaceFirst("/+$", "");
    var port = given.getPort() < 0 ? "" : ":" + given.getPort();
    return given.getScheme() + "://" + given.getHost() + port + path;
  }

  /** {@code user:password}; empty where it asks for none. */
  String credentials() {
    var who = given().getUserInfo();
    return who == null ? "" : who;
  }

  private URI given() {
    if (url == null) {
      throw new IllegalStateException("no cluster is set");
    }
    return checked(url);
  }

  /** Whom to trust; null for those that Java trusts. */
  @Nullable SSLContext tls() {
    return certificates == null ? null : trusting(certificates);
  }

  private static SSLContext trusting(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry(Integer.toString(number++), certificate);
      }
      if (number == 0) {
        throw new GeneralSecurityException("there is no certificate in it");
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      return tls;
    } catch (IOException | GeneralSecurityException | InvalidPathException e) {
      throw new IllegalArgumentException(
          "INSIGNIA_SEARCH_CERTIFICATES must be a PEM file of certificates: " + e.getMessage(), e);
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return url == null ? "no cluster" : base() + "/" + prefix;
  }
}
