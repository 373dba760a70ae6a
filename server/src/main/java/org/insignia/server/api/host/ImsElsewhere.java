package org.insignia.server.api.host;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the APIs of 1EdTech do not have, told in their form. */
@RestController
class ImsElsewhere {
  private static final Set<String> KNOWN =
      Set.of(
          "/ims/ob/v3p0/credentials",
          "/ims/ob/v3p0/profile",
          "/ims/ob/v3p0/discovery",
          "/ims/clr/v2p0/credentials",
          "/ims/clr/v2p0/discovery");

  @RequestMapping({"/ims/ob/v3p0/**", "/ims/clr/v2p0/**"})
  void none(HttpServletRequest request) {
    throw KNOWN.contains(request.getRequestURI())
        ? new ImsxRefusal(
            HttpStatus.METHOD_NOT_ALLOWED,
            "not_allowed",
            "this address knows no " + request.getMethod())
        : new ImsxRefusal(HttpStatus.NOT_FOUND, "not_found", "there is nothing at this address");
  }
}
