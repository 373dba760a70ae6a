package org.insignia.openbadges.verify;

/** One step of verification. It writes down what it finds and never throws for it. */
interface Check {
  void run(Examination examination);
}
