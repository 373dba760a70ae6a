package org.insignia.server.organisations;

import java.util.UUID;

/** Names one organisation for ever. */
public record OrganisationId(UUID value) {}
