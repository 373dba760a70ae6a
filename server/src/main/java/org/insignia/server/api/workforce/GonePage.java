package org.insignia.server.api.workforce;

/** A link behind which nothing waits any more. */
public record GonePage() {}
