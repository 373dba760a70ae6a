/**
 * The record of an organisation, for its administrators. Start at {@link
 * org.insignia.server.console.audit.AuditPages}.
 */
@NullMarked
package org.insignia.server.console.audit;

import org.jspecify.annotations.NullMarked;
