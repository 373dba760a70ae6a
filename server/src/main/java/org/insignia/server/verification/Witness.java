package org.insignia.server.verification;

import org.insignia.openbadges.report.Report;

/** Port: hears of badges that somebody handed in and that are as their issuers signed them. */
public interface Witness {
  /** Must be quick; nothing is told of who asked. */
  void verified(Report report);
}
