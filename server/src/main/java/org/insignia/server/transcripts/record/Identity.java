package org.insignia.server.transcripts.record;

import org.jspecify.annotations.Nullable;

/**
 * Whose transcript it is.
 *
 * @param name as the person writes it
 * @param address lines of a postal address, parted by line feeds; null where it is not to be shown
 */
public record Identity(String name, CertificationId certificationId, @Nullable String address) {}
