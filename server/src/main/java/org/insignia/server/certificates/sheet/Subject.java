package org.insignia.server.certificates.sheet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate is about.
 *
 * @param title what was earned
 * @param titleLanguage BCP 47 tag of the title
 * @param until null for what does not expire
 */
public record Subject(
    String organisation,
    String name,
    String title,
    String titleLanguage,
    Instant issued,
    @Nullable Instant until,
    String number) {}
