package org.insignia.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application; {@link Up} starts it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Insignia {}
