package org.insignia.server.accounts.door;

import java.util.Collection;
import org.insignia.server.accounts.password.Passwords;
import org.insignia.server.accounts.password.Weakness;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Component;

/** Judges a chosen password and says what is wrong with it and what would be right. */
@Component
public final class PasswordWords {
  private final Passwords passwords;

  PasswordWords(Passwords passwords) {
    this.passwords = passwords;
  }

  /** Adds what is wrong, if anything, to the field {@code password}. */
  public void judge(String password, Collection<String> about, Shell shell, Problems problems) {
    passwords.weakness(password, about).ifPresent(w -> problems.add("password", words(w, shell)));
  }

  private static String words(Weakness weakness, Shell shell) {
    return switch (weakness) {
      case TOO_SHORT -> shell.t("accounts.password.too-short", Passwords.MIN);
      case TOO_LONG -> shell.t("accounts.password.too-long", Passwords.MAX);
      case WELL_KNOWN -> shell.t("accounts.password.well-known");
      case REPEATED -> shell.t("accounts.password.repeated");
      case SEQUENCE -> shell.t("accounts.password.sequence");
      case ABOUT_YOU -> shell.t("accounts.password.about-you");
    };
  }
}
