package org.insignia.server.claims.staff;

import java.util.List;

/**
 * When an organisation reminds.
 *
 * @param days as typed or stored
 * @param saved whether they were stored just now
 */
public record RemindersPage(
    String slug,
    String organisation,
    boolean mayChange,
    String days,
    List<Integer> inForce,
    String wrong,
    boolean saved) {}
