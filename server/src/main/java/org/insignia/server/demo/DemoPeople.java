package org.insignia.server.demo;

import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.stereotype.Component;

/**
 * The invented people of the demo that have an account from the start, each with a password of its
 * own.
 */
@Component
final class DemoPeople {
  private static final List<String> WORDS =
      List.of(
          "amber", "basalt", "cedar", "delta", "ember", "fjord", "granite", "harbour", "indigo",
          "juniper", "kestrel", "lantern", "meadow", "nectar", "ochre", "pebble", "quartz", "rowan",
          "saffron", "thicket", "umber", "velvet", "willow", "yarrow", "zephyr", "anchor",
          "bramble", "cobalt", "dapple", "escarp", "falcon", "gable");

  private static final int WORDS_IN_A_PASSWORD = 5;
  private final Accounts accounts;
  private final RandomGenerator random = new SecureRandom();

  DemoPeople(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Somebody who can sign in. */
  record Member(PersonId id, String email, String password) {}

  Member create(String name, String email, Language language) {
    var password = password();
    return new Member(
        accounts.createConfirmed(name, EmailAddress.of(email), password, language),
        email,
        password);
  }

  private String password() {
    return IntStream.range(0, WORDS_IN_A_PASSWORD)
        .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
        .collect(Collectors.joining("-"));
  }
}
