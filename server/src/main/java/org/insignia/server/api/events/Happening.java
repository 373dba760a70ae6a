package org.insignia.server.api.events;

import java.time.Instant;
import java.util.UUID;
import org.insignia.server.organisations.OrganisationId;

/** Something that happens in this transaction, before its subject is looked at. */
public record Happening(
    UUID id, EventType type, OrganisationId organisation, UUID subject, Instant at) {}
