package org.insignia.server.platform.fsck;

import org.insignia.server.platform.audit.AuditChain;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * I9: no line of the audit was altered, taken out or slipped in after it was tied to the others.
 */
@Component
final class AuditWhole implements Invariant {
  private final AuditChain chain;

  AuditWhole(JdbcClient db, PlatformTransactionManager transactions) {
    this.chain = AuditChain.of(db, new TransactionTemplate(transactions));
  }

  @Override
  public String key() {
    return "audit-whole";
  }

  @Override
  public int number() {
    return 9;
  }

  @Override
  public void check(Probe probe) {
    switch (chain.check()) {
      case AuditChain.Whole whole -> probe.looked(whole.head().number());
      case AuditChain.Broken broken -> {
        probe.looked(broken.number());
        probe.broken("audit_line number " + broken.number(), broken.why());
      }
    }
  }
}
