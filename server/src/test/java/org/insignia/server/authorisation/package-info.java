/**
 * Who gets which answer from which route. Start at {@link
 * org.insignia.server.authorisation.AuthorisationMatrixTest}.
 */
@NullMarked
package org.insignia.server.authorisation;

import org.jspecify.annotations.NullMarked;
