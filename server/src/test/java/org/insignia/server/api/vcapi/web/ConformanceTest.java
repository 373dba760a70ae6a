package org.insignia.server.api.vcapi.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.insignia.server.platform.testing.ServerTest;
import org.springframework.test.context.TestPropertySource;

/** A server with the conformance instances on, shared by the classes that have this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@TestPropertySource(properties = "insignia.conformance.enabled=true")
@interface ConformanceTest {}
