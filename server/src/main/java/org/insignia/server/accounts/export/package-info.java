/**
 * What features keep for people, as it stands in their export. Start at {@link
 * org.insignia.server.accounts.export.Portable}.
 */
@NullMarked
package org.insignia.server.accounts.export;

import org.jspecify.annotations.NullMarked;
