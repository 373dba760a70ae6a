package org.insignia.server.certificates.design;

import org.insignia.openbadges.json.Bytes;

/** A logo or signature as we drew it: a PNG without any word in it. */
public record Picture(PictureId id, Bytes png, int width, int height) {}
