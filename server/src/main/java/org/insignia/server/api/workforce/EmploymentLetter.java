package org.insignia.server.api.workforce;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Person;
import org.insignia.server.api.workforce.Employee.State;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.letters.LetterPaper;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.springframework.stereotype.Component;

/** Asks somebody whether to be among the employees of an organisation. */
@Component
final class EmploymentLetter implements MailLetter {
  static final String KIND = "employment";

  private final EmployeeStore store;
  private final EmploymentLinks links;
  private final Organisations organisations;
  private final Accounts accounts;
  private final LetterPaper paper;
  private final Texts texts;

  EmploymentLetter(
      EmployeeStore store,
      EmploymentLinks links,
      Organisations organisations,
      Accounts accounts,
      LetterPaper paper,
      Texts texts) {
    this.store = store;
    this.links = links;
    this.organisations = organisations;
    this.accounts = accounts;
    this.paper = paper;
    this.texts = texts;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Letter> write(UUID ref) {
    return store
        .find(ref)
        .filter(e -> e.state() == State.PENDING)
        .map(e -> paper.write(e.said().address(), draft(e)));
  }

  private Draft draft(Employee employee) {
    var language =
        accounts
            .ownerOf(employee.said().address())
            .flatMap(accounts::find)
            .map(Person::language)
            .orElse(Language.EN);
    var house = organisations.get(employee.organisation()).name();
    var title = texts.text(language, "api.mail.employment.title", house);
    return paper.ofHouse(
        language,
        title,
        List.of(
            new Draft.Heading(title),
            new Draft.Paragraph(texts.text(language, "api.mail.employment.text", house)),
            new Draft.Button(
                texts.text(language, "api.mail.employment.button"), links.fresh(employee))),
        texts.text(language, "api.mail.employment.why", house));
  }
}
