package org.insignia.server.certificates.web;

import org.insignia.server.certificates.Edition;

/**
 * One certificate, seen in the page.
 *
 * @param picture path of its picture; empty where it is out of force
 */
public record CertificatePage(CertificateView certificate, Edition edition, String picture) {}
