package io.vientro.command;

import io.vientro.app.Applications;
import io.vientro.app.StoreConfiguration;
import io.vientro.http.HttpSupportConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The command side as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
    })
@Import({HttpSupportConfiguration.class, StoreConfiguration.class, CommandConfiguration.class})
public class CommandApplication {
  protected CommandApplication() {}

  public static void main(String[] arguments) {
    Applications.run(CommandApplication.class, arguments);
  }
}
