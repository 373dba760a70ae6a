package org.insignia.server.api.oauth.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which program wants what of whom.
 *
 * @param program the name that it gives itself
 * @param host to which the browser goes back
 * @param onDevice whether it runs on the device of who is asked
 * @param may text keys of what it may do then
 * @param more what else it may do, in words
 * @param stays whether it stays connected
 * @param terms its terms; empty for none
 * @param privacy what it says of personal data; empty for none
 * @param before when this person allowed it something; null if never
 * @param parameters the request, to be sent again with the decision
 */
public record ConsentPage(
    String program,
    String host,
    boolean onDevice,
    String person,
    String address,
    List<String> may,
    List<String> more,
    boolean stays,
    String terms,
    String privacy,
    @Nullable Instant before,
    Map<String, String> parameters) {
  public ConsentPage {
    may = List.copyOf(may);
    more = List.copyOf(more);
  }
}
