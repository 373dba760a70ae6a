package org.insignia.server.journeys;

/** How a visitor walks a journey. */
enum Way {
  /** With a mouse or a finger, in a browser that runs scripts; pages are inspected on the way. */
  POINTER,
  /** By the keyboard alone: Tab, Enter, Space and arrows, and it is always seen what has it. */
  KEYBOARD,
  /** In a browser that runs no scripts. */
  NO_SCRIPTS;

  private static final ThreadLocal<Way> PRESENT = ThreadLocal.withInitial(() -> POINTER);

  /** The way of the journey that runs now. */
  static Way present() {
    return PRESENT.get();
  }

  void begin() {
    PRESENT.set(this);
  }

  static void end() {
    PRESENT.remove();
  }
}
