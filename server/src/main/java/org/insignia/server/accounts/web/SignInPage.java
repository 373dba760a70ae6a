package org.insignia.server.accounts.web;

import java.util.List;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.oidc.ProviderSignIns;

/**
 * The sign-in form.
 *
 * @param needed whether the visitor was sent here from a page that needs it
 * @param providers other sites whose accounts open ours
 */
public record SignInPage(
    String address, boolean needed, List<ProviderSignIns.Button> providers, Problems problems) {
  public SignInPage {
    providers = List.copyOf(providers);
  }
}
