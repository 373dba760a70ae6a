package org.insignia.server.issuing;

import java.util.UUID;

/** Names one credential for ever; the last part of its address. */
public record CredentialId(UUID value) {}
