package org.insignia.server.sharing.foreign.web;

import java.util.List;
import org.insignia.server.sharing.foreign.ForeignBadge;
import org.insignia.server.verification.view.ReportView;
import org.jspecify.annotations.Nullable;

/**
 * Where badges of elsewhere are brought, with those that are here.
 *
 * @param typed what stood in the field
 * @param problem text key of why nothing was kept; empty where nothing was refused
 * @param report what verification found of the one that was refused; null where nothing was
 *     verified
 * @param addresses the proven mailboxes of the person
 * @param done text key of what was done just now; empty where nothing was
 */
public record ImportPage(
    List<ForeignBadge> badges,
    String typed,
    String problem,
    @Nullable ReportView report,
    List<String> addresses,
    String done) {
  public ImportPage {
    badges = List.copyOf(badges);
    addresses = List.copyOf(addresses);
  }
}
