/** The page and the machine interface of verification. Start at {@code VerifyPages}. */
@NullMarked
package org.insignia.server.verification.web;

import org.jspecify.annotations.NullMarked;
