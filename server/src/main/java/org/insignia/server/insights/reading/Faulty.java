package org.insignia.server.insights.reading;

/** Ends the check of an item; never leaves this package. */
final class Faulty extends Exception {
  private static final long serialVersionUID = 1L;
  private final Fault fault;
  private final String value;

  Faulty(Fault fault, String value) {
    super(fault.name(), null, false, false);
    this.fault = fault;
    this.value = value;
  }

  Fault fault() {
    return fault;
  }

  String value() {
    return value;
  }
}
