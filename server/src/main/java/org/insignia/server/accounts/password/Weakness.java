package org.insignia.server.accounts.password;

/** Why a password cannot be taken; each is said to the person in words. */
public enum Weakness {
  /** Shorter than {@link Passwords#MIN} characters. */
  TOO_SHORT,
  /** Longer than {@link Passwords#MAX} characters. */
  TOO_LONG,
  /** Among those that guessing programs try first. */
  WELL_KNOWN,
  /** A short piece again and again. */
  REPEATED,
  /** A run along the alphabet, the numbers or the keyboard. */
  SEQUENCE,
  /** Mostly the person's own name or address, or the name of this service. */
  ABOUT_YOU
}
