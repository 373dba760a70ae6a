package org.insignia.server.claims.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The earner's dashboard: what waits first, then what they hold.
 *
 * @param accepted the badge that was accepted just now, if one was
 */
public record HomePage(
    String name,
    List<BadgeView> waiting,
    List<BadgeView> held,
    List<BadgeView> declined,
    List<String> addresses,
    @Nullable BadgeView accepted) {}
