package org.insignia.server.accounts.password;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * People of tests sign in by the thousand, and what protects their passwords is no part of what is
 * tested there: {@link PasswordsTest} holds the usual work.
 */
@Configuration
class LightHashing {
  @Bean
  HashingWork lightHashingWork() {
    return new HashingWork(64, 1);
  }
}
