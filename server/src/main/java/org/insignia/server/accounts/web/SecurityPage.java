package org.insignia.server.accounts.web;

import java.time.Instant;
import java.util.List;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.oidc.ProviderLinks;
import org.insignia.server.accounts.oidc.ProviderSignIns;
import org.insignia.server.accounts.passkey.Passkey;
import org.insignia.server.accounts.session.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * The ways into an account, and where it is open.
 *
 * @param address of the main mailbox, so that a password keeper knows whose password is new
 * @param codesSince since when a code is asked for, null if none is
 * @param providers whose accounts could open this one, too
 * @param saved text key of what was just done; empty if nothing
 */
public record SecurityPage(
    String address,
    boolean hasPassword,
    List<Passkey> passkeys,
    @Nullable Instant codesSince,
    int recoveryCodesLeft,
    List<ProviderLinks.Link> links,
    List<ProviderSignIns.Button> providers,
    List<Sessions.Open> sessions,
    String saved,
    Problems problems) {
  public SecurityPage {
    passkeys = List.copyOf(passkeys);
    links = List.copyOf(links);
    providers = List.copyOf(providers);
    sessions = List.copyOf(sessions);
  }
}
