package org.insignia.server.claims.staff;

import java.util.List;

/**
 * What will happen to whom, before staff do it to a badge.
 *
 * @param act as in the address
 * @param effects sentences
 * @param newName what was typed as the name on the corrected copy
 * @param quiet whether the earner is not to be written to
 */
public record ActPage(
    String slug,
    String organisation,
    String id,
    String title,
    String name,
    String address,
    String act,
    String heading,
    String button,
    List<String> effects,
    boolean asksName,
    boolean asksReason,
    boolean asksQuiet,
    String newName,
    String nameWrong,
    String reason,
    String reasonWrong,
    boolean quiet) {}
