package org.insignia.server.issuing.browse;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.issuing.CredentialId;
import org.springframework.stereotype.Component;

/** How many badges were issued on which day (UTC): an id tells when it was made. */
@Component
public class IssuedDays {
  private final IssuedDayStore store;

  IssuedDays(IssuedDayStore store) {
    this.store = store;
  }

  /** The day of the first badge of all; empty while there is none. */
  public Optional<LocalDate> first() {
    return store.first();
  }

  /** How many were issued on a day. */
  public Map<Subject, Long> on(LocalDate day) {
    return store.on(day);
  }

  /** Whose these are, and of what; unknown ones are left out. */
  public Map<CredentialId, Subject> subjects(Collection<CredentialId> ids) {
    return ids.isEmpty() ? Map.of() : store.subjects(ids);
  }
}
