/**
 * Official wage figures by occupation, from the files of the U.S. Bureau of Labor Statistics. Start
 * at {@link org.insignia.server.insights.wage.Wages}.
 */
@NullMarked
package org.insignia.server.insights.wage;

import org.jspecify.annotations.NullMarked;
