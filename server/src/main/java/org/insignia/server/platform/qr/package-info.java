/** QR codes. Start at {@link org.insignia.server.platform.qr.QrCode}. */
@NullMarked
package org.insignia.server.platform.qr;

import org.jspecify.annotations.NullMarked;
