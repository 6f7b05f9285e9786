package io.vientro.query.web;

import io.vientro.query.processor.ProcessorStatus;
import io.vientro.query.processor.Processors;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** {@code /actuator/processors}: how far each view has read. */
@Endpoint(id = "processors")
public final class ProcessorsEndpoint {
  private final Processors processors;

  public ProcessorsEndpoint(Processors processors) {
    this.processors = processors;
  }

  /**
   * All processors.
   *
   * @param nextPosition the position that the next event will take
   */
  public record Answer(long nextPosition, List<ProcessorStatus> processors) {}

  @ReadOperation
  public Answer processors() {
    return new Answer(processors.head(), processors.statuses());
  }
}
