package org.insignia.server.issuing;

/**
 * The places between two steps where a crash must lose nothing and do nothing twice. The product
 * passes them by; a test halts there.
 */
interface FaultPoints {
  FaultPoints NONE = name -> {};

  void reach(String name);
}
