/**
 * Conformance instances: what the public test suites of W3C drive, with throw-away keys and off
 * unless the operator turns it on. Start at {@link org.insignia.server.api.vcapi.Instances}.
 */
@NullMarked
package org.insignia.server.api.vcapi;

import org.jspecify.annotations.NullMarked;
