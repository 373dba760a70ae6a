package org.insignia.server.platform.secrets;

import java.net.URI;
import java.security.SecureRandom;
import java.util.function.Consumer;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes links that carry a fresh secret, always under our configured address. What is stored of the
 * secret is committed in a transaction of its own before the link is given out: a mail may be read
 * before the one who sent it has committed.
 */
@Component
public final class SecretLinks {
  private final Settings settings;
  private final TransactionTemplate own;
  private final SecureRandom random = new SecureRandom();

  SecretLinks(Settings settings, PlatformTransactionManager transactions) {
    this.settings = settings;
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * A new link.
   *
   * @param path what stands before the secret, for example {@code /claim/}
   * @param store keeps the hash; runs in its own transaction
   */
  public URI fresh(String path, Consumer<SecretToken> store) {
    var token = SecretToken.fresh(random);
    own.executeWithoutResult(status -> store.accept(token));
    return settings.url(path + token.text());
  }
}
