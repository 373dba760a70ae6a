/**
 * Pictures that strangers upload, read without trusting them. Start at {@link
 * org.insignia.server.platform.picture.UploadedPictures}.
 */
@NullMarked
package org.insignia.server.platform.picture;

import org.jspecify.annotations.NullMarked;
