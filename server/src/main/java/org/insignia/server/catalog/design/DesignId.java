package org.insignia.server.catalog.design;

import java.util.UUID;

/** Names one look for ever; a look is never changed, only followed by another. */
public record DesignId(UUID value) {}
