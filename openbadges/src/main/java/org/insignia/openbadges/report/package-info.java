/**
 * What verification says: verdicts, steps and findings. Start at {@link
 * org.insignia.openbadges.report.Report}.
 */
package org.insignia.openbadges.report;
