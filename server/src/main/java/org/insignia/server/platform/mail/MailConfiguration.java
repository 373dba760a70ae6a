package org.insignia.server.platform.mail;

import java.net.URI;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.settings.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

  @Bean(destroyMethod = "close")
  @ConditionalOnProperty(name = "insignia.smtp-url", matchIfMissing = true, havingValue = "none")
  MailSink mailSink(Settings settings) {
    return new MailSink(settings.dataFolder().resolve("mailbox"));
  }

  @Bean
  JavaMailSenderImpl smtp(Settings settings, ObjectProvider<MailSink> sink) {
    var local = sink.getIfAvailable();
    return MailSettings.sender(
        local == null
            ? URI.create(String.valueOf(settings.smtpUrl()))
            : URI.create("smtp://127.0.0.1:" + local.port()));
  }

  @Bean
  Worker mailWorker(MailSender sender) {
    return new Worker("mail", sender::once);
  }

  @Bean
  Worker urgentMailWorker(MailSender sender) {
    return new Worker("mail-urgent", sender::onceUrgently);
  }
}
