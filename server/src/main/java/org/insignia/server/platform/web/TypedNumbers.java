package org.insignia.server.platform.web;

import java.util.Optional;

/**
 * Port: numbers printed on documents of ours that people type where badges are verified. They are
 * recognised by their form alone, and stand for a page.
 */
public interface TypedNumbers {
  /** The path of the page for what was typed; empty if it is no such number. */
  Optional<String> path(String typed);
}
