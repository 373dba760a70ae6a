package org.insignia.server.api.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** All programs that act for a person pay from one bucket. */
@Component
@Order(1)
final class PersonPayer implements Payer {
  private final ActingPrograms programs;

  PersonPayer(ActingPrograms programs) {
    this.programs = programs;
  }

  @Override
  public Optional<String> payer(HttpServletRequest request) {
    return programs
        .known(request.getHeader(HttpHeaders.AUTHORIZATION))
        .map(program -> "person:" + program.person().value());
  }
}
