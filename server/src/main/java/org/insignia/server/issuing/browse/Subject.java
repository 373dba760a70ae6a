package org.insignia.server.issuing.browse;

import org.insignia.server.catalog.AchievementId;
import org.insignia.server.organisations.OrganisationId;

/** Whose badges, and of what. */
public record Subject(OrganisationId organisation, AchievementId achievement) {}
