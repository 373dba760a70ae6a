/**
 * Documents that are alike but for some strings: what they have in common is worked out once. Start
 * at {@link org.insignia.openbadges.shape.KnownShapes}.
 */
package org.insignia.openbadges.shape;
