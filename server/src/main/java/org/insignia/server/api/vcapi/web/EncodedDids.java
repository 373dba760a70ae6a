package org.insignia.server.api.vcapi.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets an encoded slash stand in paths under {@code /vc-api/}, where a resolver gets a whole DID
 * URL as one segment. Everywhere else it is refused as ever.
 */
final class EncodedDids implements HttpFirewall {
  private final StrictHttpFirewall everywhere = new StrictHttpFirewall();
  private final StrictHttpFirewall here = new StrictHttpFirewall();

  EncodedDids() {
    here.setAllowUrlEncodedSlash(true);
    // The web server leaves an encoded slash encoded, so that a percent sign is left in the path.
    here.setAllowUrlEncodedPercent(true);
  }

  @Override
  public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
    return (request.getRequestURI().startsWith("/vc-api/") ? here : everywhere)
        .getFirewalledRequest(request);
  }

  @Override
  public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
    return everywhere.getFirewalledResponse(response);
  }
}
