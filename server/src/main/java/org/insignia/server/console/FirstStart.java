package org.insignia.server.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a server without people needs: one organisation, and a secret address at which its operator
 * makes the first account. The secret lies in the data folder and is worth nothing once there is an
 * operator.
 */
@Component
public class FirstStart {
  private static final String ACTOR = "first-start";
  private final Organisations organisations;
  private final Members members;
  private final Accounts accounts;
  private final Settings settings;

  FirstStart(Organisations organisations, Members members, Accounts accounts, Settings settings) {
    this.organisations = organisations;
    this.members = members;
    this.accounts = accounts;
    this.settings = settings;
  }

  /**
   * The organisation founded first; on a fresh server it is founded now, with the name of the
   * settings.
   */
  @Transactional
  public Organisation organisation() {
    return organisations
        .first()
        .orElseGet(() ->
            organisations.create(
                ACTOR, slug(settings.organisation()), settings.organisation(), null, null));
  }

  static String slug(String name) {
    var ascii =
        java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    var fit = ascii.substring(0, Math.min(60, ascii.length())).replaceAll("-+$", "");
    return fit.length() < 2 ? "organisation" : fit;
  }

  /** The path at which the operator's account is made; empty where there is an operator. */
  public Optional<String> invitation() {
    if (members.hasOperator()) {
      return Optional.empty();
    }
    var file = file();
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, SecretToken.fresh(new SecureRandom()).text());
      }
      return Optional.of("/setup/" + Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file() {
    return settings.dataFolder().resolve("setup.token");
  }

  /** Whether this is the secret of the invitation that is still open. */
  public boolean isOpen(String secret) {
    return SecretToken.parse(secret).isPresent()
        && invitation().filter(path -> path.equals("/setup/" + secret)).isPresent();
  }

  /**
   * Makes the operator, who also owns the first organisation.
   *
   * @throws Problem.NotFound if the invitation is not open (any more)
   */
  @Transactional
  public PersonId accept(
      String secret, String name, EmailAddress address, String password, Language language) {
    if (!isOpen(secret)) {
      throw new Problem.NotFound("this invitation is spent");
    }
    var person = accounts.createConfirmed(name, address, password, language);
    members.makeOperator(ACTOR, person.value());
    members.grant(ACTOR, person.value(), organisation().id(), Role.OWNER);
    return person;
  }
}
