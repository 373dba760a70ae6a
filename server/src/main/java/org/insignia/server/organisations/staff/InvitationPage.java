package org.insignia.server.organisations.staff;

import java.time.Instant;
import java.util.UUID;
import org.insignia.server.organisations.Role;

/**
 * An invitation before whom it is for.
 *
 * @param by who invited; empty where that account is gone
 */
public record InvitationPage(
    UUID id, String organisation, String slug, String by, Role role, Instant endsAt) {}
