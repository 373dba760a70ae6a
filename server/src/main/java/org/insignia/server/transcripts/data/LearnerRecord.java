package org.insignia.server.transcripts.data;

import org.insignia.openbadges.json.Bytes;
import org.insignia.server.organisations.OrganisationId;

/**
 * What one organisation says of a person: a signed CLR 2.0 credential.
 *
 * @param issuer the organisation's name
 * @param fileName under which it is kept, with its ending
 * @param document the signed JSON in UTF-8
 */
public record LearnerRecord(
    OrganisationId organisation, String issuer, String fileName, Bytes document) {}
