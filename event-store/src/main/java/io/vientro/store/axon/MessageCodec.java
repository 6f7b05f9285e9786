package io.vientro.store.axon;

import io.vientro.log.NewEvent;
import io.vientro.log.StoredEvent;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Between Axon's messages and what lies in the log. */
interface MessageCodec {
  /** As many as given, in the same order. */
  List<NewEvent> write(List<? extends EventMessage<?>> messages);

  /** Events of one aggregate. */
  List<? extends DomainEventMessage<?>> history(List<StoredEvent> stored);

  /** Events as they lie in the log, each with its token. */
  List<? extends TrackedEventMessage<?>> tracked(List<StoredEvent> stored);
}
