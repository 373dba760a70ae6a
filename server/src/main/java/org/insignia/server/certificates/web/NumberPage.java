package org.insignia.server.certificates.web;

import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of a certificate's number.
 *
 * @param number as it is printed
 * @param certificate null where there is none or its holder keeps the badge private: nobody learns
 *     which
 * @param badge path of the badge's page
 * @param check address that verifies the badge as anybody's
 * @param accentSheet path of the issuer's stylesheet
 */
public record NumberPage(
    String number,
    @Nullable CertificateView certificate,
    String badge,
    String check,
    String accentSheet) {}
