package io.vientro.http;

import io.vientro.core.decision.Actor;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.http.json.TextValue;
import io.vientro.http.problem.ExceptionMapping;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.request.IfMatch;
import io.vientro.http.request.RequestDigest;
import io.vientro.http.response.ETags;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A small application with the edge of the real ones. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({HttpSupportConfiguration.class, TestApplication.Controller.class})
class TestApplication {

  @Bean
  TextValue<TestCommand.Code> codes() {
    return new TextValue<>(TestCommand.Code.class, TestCommand.Code::new, TestCommand.Code::value);
  }

  @Bean
  ExceptionMapping storeIsAway() {
    return thrown ->
        thrown instanceof StoreAway ? ProblemException.unavailable(Duration.ofMillis(1500)) : null;
  }

  static final class StoreAway extends RuntimeException {}

  record Taken(TestCommand command, String digest, @Nullable Long expected) {}

  record Who(Actor actor) {}

  record Page(int size, boolean all, List<String> items) {}

  @RestController
  static class Controller {
    @PostMapping("/api/v1/things/{number}/take")
    ResponseEntity<Taken> take(
        @PathVariable long number,
        @RequestBody TestCommand command,
        IfMatch ifMatch,
        HttpServletRequest request) {
      ifMatch.require(7);
      var expected = ifMatch.expected();
      return ResponseEntity.ok()
          .eTag(ETags.of(number))
          .body(
              new Taken(
                  command,
                  RequestDigest.of(request).hex(),
                  expected.isPresent() ? expected.getAsLong() : null));
    }

    @GetMapping("/api/v1/who")
    Who who(Actor actor) {
      return new Who(actor);
    }

    @GetMapping("/api/v1/things")
    Page things(
        @RequestParam int size,
        @RequestParam(defaultValue = "false") boolean all,
        @RequestHeader(name = "At-Least", defaultValue = "0") long atLeast) {
      return new Page(size, all, List.of());
    }

    @GetMapping("/api/v1/fail/{how}")
    Who fail(@PathVariable String how) throws Throwable {
      throw switch (how) {
        case "rule" ->
            ProblemException.of(
                Rejection.of(
                        RejectionCode.DATE_IN_FUTURE, new LegalBasis("Decree 80/2020/NĐ-CP", "8.5"))
                    .at("filedOn")
                    .with("date", "2099-01-01"));
        case "store" -> new IllegalStateException("wrapped", new StoreAway());
        case "concurrent" -> ProblemException.concurrentChange();
        case "key" -> ProblemException.idempotencyKeyReused();
        case "error" -> new AssertionError("secret of io.vientro.Inner");
        default -> new IllegalStateException("secret of io.vientro.Inner");
      };
    }
  }
}
