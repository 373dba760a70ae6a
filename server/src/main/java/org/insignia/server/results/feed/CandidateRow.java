package org.insignia.server.results.feed;

import java.time.Instant;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of its candidate; empty texts and nulls where it says nothing.
 *
 * @param number the provider's id of the candidate
 * @param issuerNumber the issuer's own id of the person
 * @param language the account language as a BCP 47 tag; it is kept to explain, and decides nothing
 * @param birthMonth {@code yyyy-MM}
 * @param told when the provider said so; null where the file does not tell
 */
public record CandidateRow(
    ProviderId provider,
    String number,
    String issuerNumber,
    String givenName,
    String familyName,
    @Nullable EmailAddress email,
    String language,
    String birthMonth,
    @Nullable Instant told) {}
