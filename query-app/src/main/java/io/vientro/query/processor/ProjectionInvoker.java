package io.vientro.query.processor;

import io.vientro.query.projection.Projector;
import io.vientro.store.RecordedEvent;
import io.vientro.store.axon.LogMessages;
import java.util.ArrayList;
import java.util.List;
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

  private final Projector projector;
  private final Progress progress;

  ProjectionInvoker(Projector projector, Progress progress) {
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
    batch(unitOfWork).add(LogMessages.recorded(message));
  }

  private List<RecordedEvent> batch(UnitOfWork<?> unitOfWork) {
    return unitOfWork.getOrComputeResource(
        BATCH,
        _ -> {
          var events = new ArrayList<RecordedEvent>();
          unitOfWork.onPrepareCommit(_ -> take(events));
          unitOfWork.afterCommit(_ -> progress.took(events.getLast().position()));
          return events;
        });
  }

  private void take(List<RecordedEvent> events) {
    try {
      projector.take(events);
    } catch (RuntimeException e) {
      progress.failed(events.getFirst().position(), e);
      throw e;
    }
  }

  /** A rebuild goes into other collections and leaves the processors alone. */
  @Override
  public boolean supportsReset() {
    return false;
  }
}
