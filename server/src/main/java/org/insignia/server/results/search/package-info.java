/**
 * Finding people among the candidate records of an organisation. Start at {@link
 * org.insignia.server.results.search.PeopleSearch}.
 */
@NullMarked
package org.insignia.server.results.search;

import org.jspecify.annotations.NullMarked;
