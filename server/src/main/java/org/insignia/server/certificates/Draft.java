package org.insignia.server.certificates;

import org.insignia.server.catalog.design.BadgeLook;
import org.insignia.server.certificates.design.CertificateDesign;
import org.insignia.server.certificates.sheet.Subject;
import org.insignia.server.organisations.Organisation;

/** What is to be printed: about whom, in which design, with which badge. */
public record Draft(
    Organisation organisation, CertificateDesign design, Subject subject, BadgeLook badge) {}
