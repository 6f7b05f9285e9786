package io.vientro.query.view;

import io.vientro.core.rules.RulePackRecorded;
import io.vientro.query.projection.Projection;
import io.vientro.store.EventCodec;
import io.vientro.store.RecordedEvent;
import io.vientro.store.ViewJson;
import org.jspecify.annotations.Nullable;

/** One document per event of every aggregate. */
public final class AuditHistoryProjection implements Projection<AuditStep> {
  private final EventCodec codec;
  private final ViewJson json;

  public AuditHistoryProjection(EventCodec codec, ViewJson json) {
    this.codec = codec;
    this.json = json;
  }

  @Override
  public String view() {
    return "audit-history";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<AuditStep> documentType() {
    return AuditStep.class;
  }

  @Override
  public String keyField() {
    return "_id";
  }

  @Override
  public String key(RecordedEvent event) {
    return AuditStep.id(event.aggregate(), event.sequence());
  }

  @Override
  public AuditStep fold(@Nullable AuditStep document, RecordedEvent recorded) {
    var event = recorded.event();
    var content = json.tree(event);
    if (event instanceof RulePackRecorded) {
      // The whole file; its digest stays, and the log has it.
      content.remove("text");
    }
    return new AuditStep(
        key(recorded),
        recorded.position(),
        recorded.aggregate(),
        recorded.sequence(),
        recorded.commitId(),
        recorded.id(),
        recorded.at(),
        codec.nameOf(event.getClass()),
        codec.revisionOf(event.getClass()),
        recorded.metadata(),
        content);
  }
}
