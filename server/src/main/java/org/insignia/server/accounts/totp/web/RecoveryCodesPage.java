package org.insignia.server.accounts.totp.web;

import java.util.List;

/** Recovery codes, shown this once. */
public record RecoveryCodesPage(List<String> codes) {
  public RecoveryCodesPage {
    codes = List.copyOf(codes);
  }
}
