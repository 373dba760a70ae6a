/**
 * What stands on a certificate and where. Start at {@link
 * org.insignia.server.certificates.sheet.CertificateSheet}.
 */
@NullMarked
package org.insignia.server.certificates.sheet;

import org.jspecify.annotations.NullMarked;
