package io.vientro.query.web;

import io.vientro.query.processor.ProcessorStatus;
import io.vientro.query.processor.Processors;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code /actuator/deadletters}: how many events wait for each view; a POST has them tried again
 * now, in this process, except those that another one is at.
 */
@Endpoint(id = "deadletters")
public final class DeadLettersEndpoint {
  private final Processors processors;

  public DeadLettersEndpoint(Processors processors) {
    this.processors = processors;
  }

  /**
   * What waits.
   *
   * @param deadLetters number of events by view
   */
  public record Answer(Map<String, Long> deadLetters) {}

  /** What came of trying again. */
  public record Retried(List<Processors.Retried> retried) {}

  @ReadOperation
  public Answer deadLetters() {
    return new Answer(
        processors.statuses().stream()
            .collect(Collectors.toMap(ProcessorStatus::view, ProcessorStatus::deadLetters)));
  }

  @WriteOperation
  public Retried retry() {
    return new Retried(processors.retry());
  }
}
