package org.insignia.server.organisations;

/**
 * Port: how much an organisation has of what is limited. Several beans may count towards one limit.
 */
public interface Usage {
  /** Which limit this counts towards. */
  Limit limit();

  /** How much it is now, before it is divided by the limit's {@link Limit#unit}. */
  long of(OrganisationId organisation);
}
