package org.insignia.server.claims.staff;

/** A badge that was decided and is not signed or announced yet. */
public record SoonPage(
    String slug, String organisation, String id, String title, String name, String address) {}
