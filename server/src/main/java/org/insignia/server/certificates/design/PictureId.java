package org.insignia.server.certificates.design;

import java.util.UUID;

/** Names a logo or signature of an organisation. */
public record PictureId(UUID value) {}
