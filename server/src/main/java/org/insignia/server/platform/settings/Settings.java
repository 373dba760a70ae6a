package org.insignia.server.platform.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's settings; each can be given as an environment variable ({@code INSIGNIA_BASE_URL},
 * ...). Documented in docs/operations.md; unknown {@code INSIGNIA_*} variables stop the start.
 *
 * @param baseUrl the address under which people reach the server, without a trailing slash; links
 *     in mails and the ids of credentials are made from it and never from a request
 * @param databaseUrl JDBC or postgres:// URL of a PostgreSQL 15 or newer; absent: an embedded one
 *     in {@code data}
 * @param smtpUrl {@code smtp://user:password@host:port} or {@code smtps://}; absent: a local sink
 *     shown at /mailbox
 * @param mailFrom the sender address of every mail
 * @param data folder for everything kept beside the database: embedded database, key-encryption
 *     key, mailbox
 * @param port the port to listen on
 * @param demo whether demo data is laid on first start
 * @param proxies whose word counts on where a request came from: {@code private} for every proxy in
 *     a private network, {@code none}, or addresses with commas between them
 * @param countryHeader the header in which such a proxy says from which country a request comes, as
 *     two letters; absent: nobody does
 * @param organisation name of the first organisation, made when there is none
 */
@ConfigurationProperties("insignia")
public record Settings(
    URI baseUrl,
    @Nullable String databaseUrl,
    @Nullable String smtpUrl,
    @DefaultValue("no-reply@insignia.invalid") String mailFrom,
    Path data,
    @DefaultValue("8080") int port,
    @DefaultValue("false") boolean demo,
    @DefaultValue("private") String proxies,
    @Nullable String countryHeader,
    @DefaultValue("Insignia") String organisation) {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,60}");

  public Settings {
    if (baseUrl.getHost() == null
        || !("http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme()))
        || baseUrl.getQuery() != null) {
      throw new IllegalArgumentException(
          "INSIGNIA_BASE_URL must be an http or https address, was " + baseUrl);
    }
    countryHeader = countryHeader == null || countryHeader.isBlank() ? null : countryHeader;
    if (countryHeader != null && !HEADER.matcher(countryHeader).matches()) {
      throw new IllegalArgumentException(
          "INSIGNIA_COUNTRY_HEADER must be the name of a header, for example CF-IPCountry, was "
              + countryHeader);
    }
    var text = baseUrl.toString();
    baseUrl = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  /** An absolute address of ours. */
  public URI url(String path) {
    return URI.create(baseUrl + path);
  }

  /** Where everything is kept that is not in the database. */
  public Path dataFolder() {
    return data;
  }
}
