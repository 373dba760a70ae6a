/**
 * Domains that organisations proved to have a say in, and the mark that they get for it. Start at
 * {@link org.insignia.server.organisations.domain.DomainProofs}.
 */
@NullMarked
package org.insignia.server.organisations.domain;

import org.jspecify.annotations.NullMarked;
