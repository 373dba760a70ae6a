package org.insignia.server.api.events;

import java.util.List;

/** All that one transaction did; published when it is stored, just before the commit. */
public record Noted(List<Happening> happenings) {
  public Noted {
    happenings = List.copyOf(happenings);
  }
}
