package org.insignia.cli.server;

/**
 * The server could not be asked, or did not take what was sent; the message is for the person at
 * the terminal.
 */
final class ServerTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServerTrouble(String message) {
    super(message, null, false, false);
  }
}
