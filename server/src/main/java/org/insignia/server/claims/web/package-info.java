/** The pages of claims. Start at {@link org.insignia.server.claims.web.ClaimPages}. */
@NullMarked
package org.insignia.server.claims.web;

import org.jspecify.annotations.NullMarked;
