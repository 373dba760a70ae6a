package org.insignia.server.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** A journey that is walked in each of these ways, each time by fresh people. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(Walks.class)
@interface WalkedEveryWay {
  /** The ways that lead through it; what copies or draws needs scripts. */
  Way[] value() default {Way.POINTER, Way.KEYBOARD, Way.NO_SCRIPTS};
}
