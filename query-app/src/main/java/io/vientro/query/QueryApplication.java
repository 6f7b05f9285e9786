package io.vientro.query;

import io.vientro.app.Applications;
import io.vientro.app.StoreConfiguration;
import io.vientro.http.HttpSupportConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The query side as a process of its own. It never writes to the log: command-app opens it. Boot's
 * own look at the store is left out: it asks what the embedded one does not answer, and the read
 * models' health says whether the store can be read.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
      "org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration",
      "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
      "org.springframework.boot.data.mongodb.autoconfigure.DataMongoRepositoriesAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
    })
@Import({HttpSupportConfiguration.class, StoreConfiguration.class, QueryConfiguration.class})
public class QueryApplication {
  protected QueryApplication() {}

  public static void main(String[] arguments) {
    Applications.run(QueryApplication.class, arguments);
  }
}
