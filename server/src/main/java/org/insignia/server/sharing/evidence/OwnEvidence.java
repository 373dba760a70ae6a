package org.insignia.server.sharing.evidence;

import java.util.UUID;
import org.insignia.server.issuing.CredentialId;

/**
 * Something that an earner says about their badge, which its issuer has not seen or signed.
 *
 * @param url a plain https address; empty where there is none
 */
public record OwnEvidence(UUID id, CredentialId badge, String title, String text, String url) {}
