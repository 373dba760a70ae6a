package org.insignia.server.platform.picture;

/** Why a picture is not taken; each is said to the person in words. */
public enum Refusal {
  /** More than {@link UploadedPictures#MOST_BYTES}. */
  TOO_LARGE,
  /** Neither a PNG nor a JPEG by its first bytes. */
  OTHER_KIND,
  /** More pixels than anybody's camera takes. */
  TOO_MANY_PIXELS,
  /** It breaks off, or is built to take for ever. */
  UNREADABLE,
  /** Others are being read; later it works. */
  BUSY
}
