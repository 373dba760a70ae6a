/**
 * The people of whom an organisation's personnel program told us, and how each of them decides
 * whether to be among them. Start at {@link org.insignia.server.api.workforce.Employees}.
 */
@NullMarked
package org.insignia.server.api.workforce;

import org.jspecify.annotations.NullMarked;
