package org.insignia.server.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.insignia.server.platform.settings.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Headers, sessions and the protection of forms, for all routes alike. Which person may do what is
 * decided by the feature that owns the route, in the method that does it; here only the two doors
 * differ: machines come with a bearer token and have no session, browsers have a session and need
 * the hidden field for every change.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = 14 * 24 * 3600)
class Security {

  @Bean
  @Order(1)
  SecurityFilterChain machines(
      HttpSecurity http, ObjectProvider<Upload> uploads, ObjectProvider<Refusals> refusals)
      throws Exception {
    return headers(
            http.securityMatcher(
                "/rest/**",
                "/v1/**",
                "/api/v1/**",
                "/vc-api/**",
                "/openid4vci/**",
                "/ims/**",
                "/oauth/v1/**",
                "/oauth/token",
                "/oauth/revoke",
                "/oauth/register"))
        .addFilterBefore(new BodyGate(uploads, refusals), CsrfFilter.class)
        .csrf(csrf -> csrf.disable()) // no cookie is looked at on these routes
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(c -> c.disable())
        .authorizeHttpRequests(r -> r.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain browsers(
      HttpSecurity http,
      ObjectProvider<AccessDeniedHandler> refused,
      ObjectProvider<Upload> uploads,
      ObjectProvider<Refusals> refusals)
      throws Exception {
    refused.ifAvailable(
        chosen -> http.exceptionHandling(exceptions -> exceptions.accessDeniedHandler(chosen)));
    return headers(http)
        .addFilterBefore(new BodyGate(uploads, refusals), CsrfFilter.class)
        .csrf(csrf ->
            csrf.ignoringRequestMatchers(r -> isPublicQuestion(r.getMethod(), r.getRequestURI())))
        .formLogin(f -> f.disable())
        .httpBasic(b -> b.disable())
        .logout(l -> l.disable())
        .requestCache(c -> c.disable())
        .authorizeHttpRequests(r ->
            r.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .anyRequest()
                .permitAll())
        .build();
  }

  /**
   * Verifying changes nothing and needs no session, so that the page stays free of cookies; so does
   * showing the code of a shared transcript, by which nobody is signed in. A mail program that ends
   * reminders or alerts has neither session nor field (RFC 8058): the secret in the address is all
   * there is.
   */
  private static boolean isPublicQuestion(String method, String path) {
    return HttpMethod.POST.matches(method)
        && (path.equals("/verify")
            || path.startsWith("/reminders/stop/")
            || path.startsWith("/jobs/stop/")
            || path.equals("/transcripts")
            || path.startsWith("/transcripts/")
            || path.startsWith("/api/profiles/transcript/share/"));
  }

  private static HttpSecurity headers(HttpSecurity http) throws Exception {
    return http.headers(h ->
        h.contentSecurityPolicy(c -> c.policyDirectives(ContentPolicy.PAGE))
            .referrerPolicy(r -> r.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
            .permissionsPolicyHeader(p -> p.policy("camera=(), microphone=(), geolocation=()"))
            .frameOptions(f -> f.disable())
            .addHeaderWriter(Security::forbidFraming)
            .cacheControl(c -> {}));
  }

  /** For browsers that do not read it in the policy, which a page may set for itself. */
  private static void forbidFraming(HttpServletRequest request, HttpServletResponse response) {
    var policy = response.getHeader("Content-Security-Policy");
    if (policy == null
        || !policy.contains("frame-ancestors")
        || policy.contains("frame-ancestors 'none'")) {
      response.setHeader("X-Frame-Options", "DENY");
    }
  }

  /** Lax, so that a link in a mail finds the session; secure wherever the site is. */
  @Bean
  DefaultCookieSerializer sessionCookie(Settings settings) {
    var cookie = new DefaultCookieSerializer();
    boolean secure = "https".equals(settings.baseUrl().getScheme());
    cookie.setCookieName(secure ? "__Host-insignia" : "insignia");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setUseSecureCookie(secure);
    cookie.setSameSite("Lax");
    cookie.setCookiePath("/");
    return cookie;
  }
}
