/**
 * Certificates as files to take away: their names, several as one. Start at {@link
 * org.insignia.server.certificates.files.CertificateArchive}.
 */
@NullMarked
package org.insignia.server.certificates.files;

import org.jspecify.annotations.NullMarked;
