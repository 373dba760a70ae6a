package org.insignia.server.api.vcapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * Exists only where the operator turned the conformance instances on: elsewhere not even a route.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "insignia.conformance.enabled", havingValue = "true")
public @interface OnlyForConformance {}
