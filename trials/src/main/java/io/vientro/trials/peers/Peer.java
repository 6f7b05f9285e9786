package io.vientro.trials.peers;

import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** A store of Axon that a user would take instead of ours, with what belongs to it. */
public interface Peer extends AutoCloseable {
  /** For output: the artifact and its version. */
  String name();

  /**
   * Takes events of {@link TextSerializer}: payload and metadata are ready-made text, so that
   * serialization is nobody's advantage.
   */
  EventStorageEngine engine();

  /** The token store that comes with the engine. */
  TokenStore tokens();

  /** What processors stream from: Axon's embedded event store over the engine. */
  EventStore store();

  /** Gives back what the peer opened, and drops nothing. */
  @Override
  void close();
}
