package org.insignia.server.accounts.web;

import java.util.List;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.oidc.ProviderSignIns;

/**
 * Asks somebody who is signed in to show again that it is they.
 *
 * @param address of their main mailbox
 * @param providers other sites whose accounts open this one
 */
public record ProofPage(
    String address,
    boolean byPassword,
    boolean needsCode,
    boolean byPasskey,
    List<ProviderSignIns.Button> providers,
    Problems problems) {
  public ProofPage {
    providers = List.copyOf(providers);
  }
}
