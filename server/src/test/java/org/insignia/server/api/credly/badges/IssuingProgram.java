package org.insignia.server.api.credly.badges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.credly.testing.CredlyClient;
import org.insignia.server.api.credly.testing.CredlyClient.Answer;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fresh academy, its program with every scope, and badges that this program wishes for. */
abstract class IssuingProgram {
  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired Achievements achievements;
  @Autowired Accounts accounts;
  @Autowired JdbcClient db;

  Organisation academy;
  String token;
  CredlyClient client;
  String template;
  String other;

  @BeforeEach
  void found() {
    academy = badges.academy();
    token = tokens.of(academy);
    client = new CredlyClient(settings, academy, CredlyClient.basic(token + ":"));
    template = template("certification.cloud");
    other = template("exam.a");
  }

  String template(String uid) {
    return achievements.of(academy.id(), uid).orElseThrow().id().value().toString();
  }

  static String mailbox() {
    return "e" + UUID.randomUUID() + "@example.org";
  }

  Map<String, Object> wish(String email) {
    return new HashMap<>(
        Map.of(
            "recipient_email", email,
            "badge_template_id", template,
            "issued_at", "2020-04-01 09:41:00 -0500",
            "issued_to_first_name", "Ada",
            "issued_to_last_name", "Byron"));
  }

  Map<String, Object> wish(String email, Object... more) {
    var wish = wish(email);
    for (int i = 0; i < more.length; i += 2) {
      wish.put((String) more[i], more[i + 1]);
    }
    return wish;
  }

  Answer issue(Map<String, Object> wish) {
    return client.json("POST", "/badges", wish);
  }

  String issued(String email) {
    var answer = issue(wish(email));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.text("data.id");
  }
}
