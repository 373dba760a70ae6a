package org.insignia.server.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** A {@link ServerTest} with a browser. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@ExtendWith(Browsers.class)
@interface JourneyTest {}
