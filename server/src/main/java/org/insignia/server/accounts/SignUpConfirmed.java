package org.insignia.server.accounts;

import java.util.UUID;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * An account came into being; published inside the transaction that makes it, after {@link
 * AddressVerified}.
 *
 * @param intent what the person was about to do when they had to sign up, as given to {@link
 *     SignUps#begin}; opaque here
 */
public record SignUpConfirmed(PersonId person, EmailAddress address, @Nullable UUID intent) {}
