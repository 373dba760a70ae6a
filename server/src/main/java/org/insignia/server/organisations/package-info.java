/**
 * Issuers and the people who run them. Start at {@link
 * org.insignia.server.organisations.Organisations}.
 */
@NullMarked
package org.insignia.server.organisations;

import org.jspecify.annotations.NullMarked;
