package org.insignia.server.transcripts.record;

import java.time.Instant;
import org.insignia.server.organisations.OrganisationId;

/**
 * An exam that was passed: the first pass that stands, whichever provider told it.
 *
 * @param uid of the exam in the organisation's catalogue
 * @param code as the catalogue writes it, else as the provider does
 * @param title in the transcript's language; empty where no source gave one
 * @param earnedAt the end of the sitting
 */
public record PassedExam(
    String key,
    OrganisationId organisation,
    String issuer,
    String uid,
    String code,
    String title,
    Instant earnedAt)
    implements TranscriptItem {}
