package io.vientro.command;

import io.vientro.log.StoredCommit;
import io.vientro.store.axon.LogMessages;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command's unit of work leaves behind; its commit is there once the unit of work is over.
 *
 * @param result what the handler returned
 * @param resources of the unit of work
 */
record Done(@Nullable Object result, Map<String, Object> resources) {

  StoredCommit commit() {
    return LogMessages.committed(resources).orElseThrow();
  }
}
