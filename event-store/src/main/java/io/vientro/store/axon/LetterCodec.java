package io.vientro.store.axon;

import org.axonframework.eventhandling.EventMessage;
import org.bson.Document;

/** What a dead letter keeps of its message, and how the message is had back from it. */
public interface LetterCodec {
  /**
   * Field names are short; nothing personal in the clear.
   *
   * @throws IllegalArgumentException if it is a message of another kind
   */
  Document keep(EventMessage<?> message);

  /**
   * The message that was kept, as it reads today.
   *
   * @throws RuntimeException if it cannot be had back; the letter stays in the queue
   */
  EventMessage<?> restore(Document kept);
}
