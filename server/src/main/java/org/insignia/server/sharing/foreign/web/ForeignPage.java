package org.insignia.server.sharing.foreign.web;

import org.insignia.server.sharing.foreign.ForeignBadge;
import org.insignia.server.sharing.web.Meta;

/**
 * A badge of elsewhere, with its own issuer and what was found when it was checked.
 *
 * @param holder the name of the one who keeps it here
 * @param profile path of the holder's profile; empty where there is none to see
 * @param own whether the holder is looking
 * @param isListed whether search engines may lead to it
 * @param checkedLately whether the last check came to an end; if not, something was out of reach
 * @param done text key of what was done just now; empty where nothing was
 */
public record ForeignPage(
    ForeignBadge badge,
    String holder,
    String profile,
    boolean own,
    boolean isListed,
    boolean checkedLately,
    String done,
    Meta meta) {}
