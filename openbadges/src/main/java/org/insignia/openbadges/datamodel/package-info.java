/**
 * The rules of the VC Data Model that no schema states. Start at {@link
 * org.insignia.openbadges.datamodel.ModelRules}.
 */
package org.insignia.openbadges.datamodel;
