package org.insignia.server.api.limits;

/**
 * What somebody asks for.
 *
 * @param subject who pays: the same word on all nodes
 * @param asked how much; no more than the quota
 */
record Charge(String subject, Policy policy, int asked) {}
