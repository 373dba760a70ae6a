/**
 * How an organisation's certificates look, version after version. Start at {@link
 * org.insignia.server.certificates.design.CertificateDesigns}.
 */
@NullMarked
package org.insignia.server.certificates.design;

import org.jspecify.annotations.NullMarked;
