package org.insignia.server.verification.web;

import org.insignia.server.verification.view.ReportView;
import org.jspecify.annotations.Nullable;

/**
 * The verify page, empty or with a result.
 *
 * @param typed what stood in the field
 * @param fileName the file that was judged; empty where none was
 * @param problem text key of what to do about the input; empty where it could be taken
 * @param report the result; null before anything was asked
 */
public record VerifyPage(
    String typed, String fileName, String problem, @Nullable ReportView report) {}
