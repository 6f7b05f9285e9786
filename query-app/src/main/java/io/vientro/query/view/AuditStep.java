package io.vientro.query.view;

import io.vientro.query.projection.ViewDocument;
import io.vientro.store.EventMetadata;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step of an aggregate's history. Names of persons in it are sealed.
 *
 * @param id {@code <aggregate>#<sequence, 8 digits>}
 * @param position place in the whole log
 * @param aggregate id of the aggregate
 * @param sequence place in its history
 * @param commitId commit that brought it
 * @param eventId globally unique id of the event
 * @param at when it was recorded, UTC
 * @param type stable name of the event
 * @param revision shape in which {@code content} stands
 * @param metadata who did it, in which capacity, by which command
 * @param content the event, as JSON
 */
public record AuditStep(
    String id,
    long position,
    String aggregate,
    long sequence,
    String commitId,
    String eventId,
    Instant at,
    String type,
    int revision,
    EventMetadata metadata,
    ObjectNode content)
    implements ViewDocument {

  /** The id of a step; ids of one aggregate sort by sequence. */
  public static String id(String aggregate, long sequence) {
    return "%s#%08d".formatted(aggregate, sequence);
  }
}
