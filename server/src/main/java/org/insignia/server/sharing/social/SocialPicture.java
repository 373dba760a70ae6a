package org.insignia.server.sharing.social;

import org.insignia.server.catalog.design.DesignId;
import org.jspecify.annotations.Nullable;

/**
 * What a picture for link previews shows. Texts are as they are meant; what cannot be drawn is left
 * out then.
 *
 * @param look the badge; null where there is none to show
 * @param above a short line above the title: who issues
 * @param title the badge, or whatever the page is about
 * @param name who earned it; empty where nobody is meant
 * @param note a short line below: when, or that it does not count any more
 * @param warning whether the note is a warning
 * @param place where to look: host and path in short
 * @param accent the issuer's colour as {@code #rrggbb}, readable on white
 */
public record SocialPicture(
    @Nullable DesignId look,
    String above,
    String title,
    String name,
    String note,
    boolean warning,
    String place,
    String accent) {}
