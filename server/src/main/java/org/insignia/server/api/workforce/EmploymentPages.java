package org.insignia.server.api.workforce;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Consumer;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the link of an invitation leads. Looking has no effect, and nobody needs an account. */
@Controller
class EmploymentPages {
  private final EmploymentLinks links;
  private final Organisations organisations;

  EmploymentPages(EmploymentLinks links, Organisations organisations) {
    this.links = links;
    this.organisations = organisations;
  }

  @GetMapping(EmploymentLinks.PATH + "{token}")
  ModelAndView look(@PathVariable String token, HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    return find(token)
        .map(employee -> View.of("workforce/employment", page(employee, token)))
        .orElseGet(EmploymentPages::gone);
  }

  @PostMapping(EmploymentLinks.PATH + "{token}/accept")
  ModelAndView accept(@PathVariable String token, Shell shell) {
    return decide(token, shell, links::accept);
  }

  @PostMapping(EmploymentLinks.PATH + "{token}/reject")
  ModelAndView reject(@PathVariable String token, Shell shell) {
    return decide(token, shell, links::reject);
  }

  private ModelAndView decide(String token, Shell shell, Consumer<Employee> decision) {
    var employee = find(token);
    if (employee.isEmpty()) {
      return gone();
    }
    decision.accept(employee.get());
    return SeeOther.at(shell.link(EmploymentLinks.PATH + token));
  }

  private Optional<Employee> find(String token) {
    return SecretToken.parse(token).flatMap(links::find);
  }

  private EmploymentPage page(Employee employee, String token) {
    return new EmploymentPage(
        organisations.get(employee.organisation()).name(),
        employee.said().address().value(),
        EmploymentLinks.PATH + token,
        employee.state());
  }

  private static ModelAndView gone() {
    return View.of("workforce/gone", new GonePage(), HttpStatus.NOT_FOUND);
  }
}
