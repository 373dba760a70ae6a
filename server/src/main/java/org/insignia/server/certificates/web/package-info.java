/**
 * The earner's certificates, and the page to which the code printed on one leads. Start at {@link
 * org.insignia.server.certificates.web.CertificatePages}.
 */
@NullMarked
package org.insignia.server.certificates.web;

import org.jspecify.annotations.NullMarked;
