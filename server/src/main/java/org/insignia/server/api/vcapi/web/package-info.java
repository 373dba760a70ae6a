/**
 * The conformance instances over HTTP, as the VC-API names its routes. Start at {@link
 * org.insignia.server.api.vcapi.web.ConformanceApi}.
 */
@NullMarked
package org.insignia.server.api.vcapi.web;

import org.jspecify.annotations.NullMarked;
