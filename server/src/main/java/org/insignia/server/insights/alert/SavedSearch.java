package org.insignia.server.insights.alert;

import java.time.Instant;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.insights.index.JobQuery;

/**
 * A search that somebody keeps.
 *
 * @param name as its owner calls it
 * @param query what it asks the index, of any day
 * @param mails whether its owner is told of new postings
 * @param toldAt postings that were first seen after this are new
 */
public record SavedSearch(
    UUID id, PersonId person, String name, JobQuery query, boolean mails, Instant toldAt) {}
