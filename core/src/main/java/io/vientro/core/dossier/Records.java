package io.vientro.core.dossier;

import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept beside the course of a case: attached documents, corrections, and the notices about
 * its limits.
 *
 * @param notices in the order they were raised
 * @param acknowledged day on which a notice was acknowledged, by its id
 */
public record Records(
    List<DocumentAttached> attachments,
    List<RecordCorrected> corrections,
    List<RaisedNotice> notices,
    SortedMap<String, LocalDate> acknowledged) {
  static final Records NONE = new Records(List.of(), List.of(), List.of(), new TreeMap<>());

  /**
   * A notice as it was raised.
   *
   * @param limit id of the limit
   * @param what which kind of thing was raised
   */
  public record RaisedNotice(
      DutyNotice notice, String limit, int segment, RaiseTimeLimit.What what) {}

  public Records {
    attachments = Copies.list(attachments);
    corrections = Copies.list(corrections);
    notices = Copies.list(notices);
    acknowledged = Collections.unmodifiableSortedMap(new TreeMap<>(acknowledged));
  }

  Records attached(DocumentAttached e) {
    return new Records(Copies.append(attachments, List.of(e)), corrections, notices, acknowledged);
  }

  Records corrected(RecordCorrected e) {
    return new Records(attachments, Copies.append(corrections, List.of(e)), notices, acknowledged);
  }

  Records raised(List<DutyNotice> more, String limit, int segment, RaiseTimeLimit.What what) {
    var raised = more.stream().map(n -> new RaisedNotice(n, limit, segment, what)).toList();
    return new Records(attachments, corrections, Copies.append(notices, raised), acknowledged);
  }

  Records acknowledged(NoticeAcknowledged e) {
    var more = new TreeMap<>(acknowledged);
    more.putIfAbsent(e.notice(), e.acknowledgedOn());
    return new Records(attachments, corrections, notices, more);
  }
}
