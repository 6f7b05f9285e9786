package io.vientro.query.processor;

import io.vientro.store.axon.LogMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Gives a projector the events of a whole unit of work at once, before it commits; the token is
 * written after that, so it is never ahead of the view.
 */
final class ProjectionInvoker implements EventHandlerInvoker {
  private static final String BATCH = ProjectionInvoker.class.getName() + ".batch";

  private final Consumer<List<EventMessage<?>>> projector;
  private final Progress progress;

  /**
   * @param projector takes messages of the log in the order of their position
   */
  ProjectionInvoker(Consumer<List<EventMessage<?>>> projector, Progress progress) {
    this.projector = projector;
    this.progress = progress;
  }

  /** All of them, also those that the view does not care for: the position moves on with each. */
  @Override
  public boolean canHandle(EventMessage<?> message, Segment segment) {
    return true;
  }

  @Override
  public void handle(EventMessage<?> message, Segment segment) {
    var unitOfWork = CurrentUnitOfWork.get();
    batch(unitOfWork).add(message);
  }

  private List<EventMessage<?>> batch(UnitOfWork<?> unitOfWork) {
    return unitOfWork.getOrComputeResource(
        BATCH,
        _ -> {
          var events = new ArrayList<EventMessage<?>>();
          unitOfWork.onPrepareCommit(_ -> take(events));
          unitOfWork.afterCommit(_ -> progress.took(position(events.getLast())));
          return events;
        });
  }

  private void take(List<EventMessage<?>> events) {
    try {
      projector.accept(events);
    } catch (RuntimeException e) {
      progress.failed(position(events.getFirst()), e);
      throw e;
    }
  }

  private static long position(EventMessage<?> message) {
    return LogMessages.recorded(message).position();
  }

  /** A rebuild goes into other collections and leaves the processors alone. */
  @Override
  public boolean supportsReset() {
    return false;
  }
}
