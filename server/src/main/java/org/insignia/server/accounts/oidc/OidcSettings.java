package org.insignia.server.accounts.oidc;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sites whose accounts open ours; none unless configured.
 *
 * @param providers in the order of their buttons
 */
@ConfigurationProperties("insignia.oidc")
record OidcSettings(List<Provider> providers) {
  OidcSettings(@Nullable List<Provider> providers) {
    this.providers = providers == null ? List.of() : List.copyOf(providers);
    var ids = new HashSet<String>();
    for (var provider : this.providers) {
      if (!ids.add(provider.id())) {
        throw new IllegalArgumentException("two sign-in providers have the id " + provider.id());
      }
    }
  }

  /**
   * One of them.
   *
   * @param id part of the address to come back to: {@code /sign-in/with/ID/callback}
   * @param name as people know it
   * @param issuer exactly as the provider writes it; https, unless it is on this machine
   * @param verifiedAddresses whether an address that it calls verified counts as proven here, too:
   *     only for a provider that gives out its mailboxes itself
   */
  record Provider(
      String id,
      String name,
      URI issuer,
      String clientId,
      String clientSecret,
      @DefaultValue("false") boolean verifiedAddresses) {
    Provider {
      if (!id.matches("[a-z0-9][a-z0-9-]{0,30}")) {
        throw new IllegalArgumentException("no id of a sign-in provider: " + id);
      }
      if (!isSafe(issuer) || issuer.getQuery() != null || issuer.getFragment() != null) {
        throw new IllegalArgumentException("the issuer of " + id + " must be an https address");
      }
    }

    /** https, or plain http on this very machine. */
    static boolean isSafe(URI url) {
      var host = url.getHost();
      return host != null
          && url.getUserInfo() == null
          && ("https".equals(url.getScheme())
              || "http".equals(url.getScheme())
                  && (host.equals("localhost") || host.equals("127.0.0.1")));
    }
  }
}
