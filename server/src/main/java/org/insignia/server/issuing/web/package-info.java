/**
 * Credentials, status lists, issuers and achievements as machines read them. Start at {@link
 * org.insignia.server.issuing.web.CredentialDocuments}.
 */
@NullMarked
package org.insignia.server.issuing.web;

import org.jspecify.annotations.NullMarked;
