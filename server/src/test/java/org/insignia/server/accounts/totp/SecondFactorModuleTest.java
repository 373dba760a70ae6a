package org.insignia.server.accounts.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.Vault;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class SecondFactorModuleTest {
  @Autowired SecondFactor secondFactor;
  @Autowired Accounts accounts;
  @Autowired Vault vault;
  @Autowired MailSink sink;
  @Autowired JdbcClient db;

  private final EmailAddress address = EmailAddress.of("t" + UUID.randomUUID() + "@example.org");
  private PersonId ana;
  private AuthenticatorApp app;

  @BeforeEach
  void begin() {
    ana = accounts.createConfirmed("Ana Silva", address, "violet otter lantern", Language.ES);
    app = new AuthenticatorApp(secondFactor.begin(ana).secret());
  }

  @Test
  void nothing_is_asked_before_a_first_code_was_right() {
    assertThat(secondFactor.confirm(ana, "000000")).isEmpty();
    assertThat(secondFactor.isOn(ana)).isFalse();
    assertThat(secondFactor.begin(ana).secret()).isEqualTo(app.secret());
    assertThat(secondFactor.check(ana, app.code())).isEqualTo(new SecondFactor.Wrong());
    assertThat(secondFactor.confirm(ana, app.code())).hasSize(10).doesNotHaveDuplicates();
    assertThat(secondFactor.isOn(ana)).isTrue();
    assertThatThrownBy(() -> secondFactor.begin(ana)).isInstanceOf(Problem.Conflict.class);
    assertThat(new Mailbox(sink).newestTo(address.value()).subject())
        .isEqualTo("Los códigos de una aplicación están activados");
  }

  @Test
  void a_code_counts_once_also_when_many_try_it_at_the_same_moment() throws Exception {
    var spent = app.code();
    secondFactor.confirm(ana, spent);
    assertThat(secondFactor.check(ana, spent)).isEqualTo(new SecondFactor.Wrong());
    var code = app.nextCode();
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<SecondFactor.Outcome>> tries = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        tries.add(() -> secondFactor.check(ana, code));
      }
      var right = 0;
      for (var outcome : many.invokeAll(tries)) {
        right += outcome.get() instanceof SecondFactor.Right ? 1 : 0;
      }
      assertThat(right).isEqualTo(1);
    }
  }

  @Test
  void a_recovery_code_counts_once_and_its_person_is_told() {
    var codes = secondFactor.confirm(ana, app.code());
    var typed = codes.getFirst().toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
    assertThat(secondFactor.check(ana, typed)).isEqualTo(new SecondFactor.Right());
    assertThat(secondFactor.check(ana, typed)).isEqualTo(new SecondFactor.Wrong());
    assertThat(secondFactor.recoveryCodesLeft(ana)).isEqualTo(9);
    new Mailbox(sink)
        .await(
            m ->
                m.to().equals(address.value())
                    && m.subject().equals("Se usó un código de recuperación"),
            "the notice of the recovery code");
    var fresh = secondFactor.renewCodes(ana);
    assertThat(secondFactor.check(ana, codes.get(1))).isEqualTo(new SecondFactor.Wrong());
    assertThat(secondFactor.check(ana, fresh.get(1))).isEqualTo(new SecondFactor.Right());
  }

  @Test
  void a_recovery_code_opens_also_where_the_sealed_secret_does_not() {
    var codes = secondFactor.confirm(ana, app.code());
    db.sql("update second_factor set sealed = 'under a key that was lost' where person_id = ?")
        .param(ana.value())
        .update();
    assertThat(secondFactor.check(ana, codes.getFirst())).isEqualTo(new SecondFactor.Right());
  }

  @Test
  void guessing_is_slowed_down_and_a_right_code_starts_the_count_over() {
    secondFactor.confirm(ana, app.code());
    for (int i = 0; i < 4; i++) {
      assertThat(secondFactor.check(ana, "12345" + i)).isNotInstanceOf(SecondFactor.Wait.class);
    }
    assertThat(secondFactor.check(ana, app.nextCode())).isEqualTo(new SecondFactor.Right());
    for (int i = 0; i < 5; i++) {
      secondFactor.check(ana, "00000" + i);
    }
    assertThat(secondFactor.check(ana, "000009")).isInstanceOf(SecondFactor.Wait.class);
  }

  @Test
  void neither_the_secret_nor_a_recovery_code_stands_in_the_database() {
    var codes = secondFactor.confirm(ana, app.code());
    var sealed =
        db.sql("select sealed from second_factor where person_id = ?")
            .param(ana.value())
            .query(String.class)
            .single();
    assertThat(sealed).doesNotContain(app.secret());
    assertThat(vault.open(sealed, "accounts.second-factor:" + ana)).isEqualTo(app.secret());
    assertThatThrownBy(() -> vault.open(sealed, "accounts.second-factor:" + UUID.randomUUID()))
        .isInstanceOf(IllegalStateException.class);
    var kept =
        db.sql("select hash from recovery_code where person_id = ?")
            .param(ana.value())
            .query(String.class)
            .list();
    assertThat(kept).hasSize(10).allMatch(h -> h.matches("[0-9a-f]{64}"));
    assertThat(kept).doesNotContainAnyElementsOf(codes);
  }

  @Test
  void turned_off_it_forgets_everything() {
    var codes = secondFactor.confirm(ana, app.code());
    secondFactor.turnOff(ana);
    assertThat(secondFactor.isOn(ana)).isFalse();
    assertThat(secondFactor.check(ana, codes.getFirst())).isEqualTo(new SecondFactor.Wrong());
    assertThat(secondFactor.begin(ana).secret()).isNotEqualTo(app.secret());
  }
}
