/**
 * What an issuer does when somebody has a right to be forgotten. Start at {@link
 * org.insignia.server.issuing.erasure.Erasing}.
 */
@NullMarked
package org.insignia.server.issuing.erasure;

import org.jspecify.annotations.NullMarked;
