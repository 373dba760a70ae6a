/**
 * Who is whom: candidates, dossiers, accounts, and records that may be one person. Start at {@link
 * org.insignia.server.results.identity.Likeness}.
 */
@NullMarked
package org.insignia.server.results.identity;

import org.jspecify.annotations.NullMarked;
