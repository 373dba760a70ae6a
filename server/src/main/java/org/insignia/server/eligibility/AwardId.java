package org.insignia.server.eligibility;

import java.util.UUID;

/** Names one award for ever. */
public record AwardId(UUID value) {}
