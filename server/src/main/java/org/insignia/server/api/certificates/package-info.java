/**
 * How an organisation's certificates look, for programs. Start at {@link
 * org.insignia.server.api.certificates.CertificateLooksApi}.
 */
@NullMarked
package org.insignia.server.api.certificates;

import org.jspecify.annotations.NullMarked;
