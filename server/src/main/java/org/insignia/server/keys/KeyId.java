package org.insignia.server.keys;

import java.util.UUID;

/** Names one signing key for ever. */
public record KeyId(UUID value) {}
