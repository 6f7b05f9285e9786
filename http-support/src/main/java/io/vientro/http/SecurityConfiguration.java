package io.vientro.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vientro.http.problem.Problems;
import io.vientro.http.response.LogModeHolder;
import io.vientro.http.users.Accounts;
import io.vientro.http.users.Passwords;
import io.vientro.http.users.SecurityProblems;
import io.vientro.http.users.UsersAuthentication;
import io.vientro.http.users.UsersFile;
import io.vientro.http.users.UsersHealth;
import jakarta.servlet.DispatcherType;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may come in: HTTP Basic over the users file, no session, no cookie; what is not said to be
 * open is closed.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  @Bean
  Passwords passwords(Environment environment) {
    return new Passwords(
        environment.getProperty("vientro.users.hash-cost", Integer.class, Passwords.DEFAULT_COST));
  }

  // Real time on purpose: moving the domain's clock in training must not open or close a door.
  @Bean
  Accounts accounts(Environment environment) {
    var path = environment.getProperty("vientro.users-file", "");
    return new Accounts(
        path.isBlank() ? null : new UsersFile(Path.of(path)), InstantSource.system());
  }

  @Bean
  UsersHealth usersHealthIndicator(Accounts accounts) {
    return new UsersHealth(accounts);
  }

  @Bean
  AuthenticationManager authenticationManager(
      Accounts accounts, Passwords passwords, LogModeHolder mode, MeterRegistry registry) {
    return new ProviderManager(
        new UsersAuthentication(accounts, passwords, mode, InstantSource.system(), registry));
  }

  @Bean
  SecurityProblems securityProblems(Problems problems) {
    return new SecurityProblems(problems);
  }

  // A span per security filter and request is a cost that nobody looks at.
  @Bean
  SecurityObservationSettings noSecurityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http, AuthenticationManager users, SecurityProblems refusals) {
    return http.authenticationManager(users)
        .authorizeHttpRequests(
            paths ->
                paths
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(
                        "/actuator/health",
                        "/actuator/health/liveness",
                        "/actuator/health/readiness",
                        "/v3/api-docs",
                        "/v3/api-docs/**",
                        "/v3/api-docs.yaml")
                    .permitAll()
                    .requestMatchers("/actuator/health/**")
                    .hasAnyRole("ADMINISTRATOR", "SUPERVISOR")
                    .requestMatchers("/actuator/**")
                    .hasRole("ADMINISTRATOR")
                    .anyRequest()
                    .authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // No cookie signs anybody in, so there is nothing to forge.
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        policy ->
                            policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
        .build();
  }
}
