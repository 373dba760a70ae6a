/**
 * The printable document of a certification that somebody earned. Start at {@link
 * org.insignia.server.certificates.Certificates}.
 */
@NullMarked
package org.insignia.server.certificates;

import org.jspecify.annotations.NullMarked;
