package org.insignia.server.claims.figures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.insignia.server.issuing.CredentialId;
import org.springframework.stereotype.Component;

/** The badges that were accepted in a stretch of time, some at a time. */
@Component
public class Acceptances {
  private static final int AT_ONCE = 2_000;

  private final AcceptanceStore store;

  Acceptances(AcceptanceStore store) {
    this.store = store;
  }

  /** Shows all that were accepted from one moment on and before another. */
  public void visit(Instant from, Instant until, Consumer<List<CredentialId>> visitor) {
    var at = Optional.of(new AcceptanceStore.Accepted(from, new java.util.UUID(0, 0)));
    while (at.isPresent()) {
      var found = store.after(at.get(), until, AT_ONCE);
      visitor.accept(found.stream().map(a -> new CredentialId(a.credential())).toList());
      at = found.size() < AT_ONCE ? Optional.empty() : Optional.of(found.getLast());
    }
  }
}
