package io.vientro.store.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.vientro.store.TestStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the token store promises, on any store. */
abstract class LogTokenStoreContract {
  private static final String NAME = "dossiers";
  private static final List<String> READING = List.of("find", "getMore", "hello", "isMaster");

  private TestStore store;
  private LogTokenStore a;
  private LogTokenStore b;

  abstract TestStore open();

  @BeforeEach
  void open_store() {
    store = open();
    a = LogTokenStore.shared(store.database(), "a", Duration.ofMinutes(10));
    b = LogTokenStore.shared(store.database(), "b", Duration.ofMinutes(10));
  }

  @AfterEach
  void close_store() {
    if (store != null) {
      store.close();
    }
  }

  @Test
  void segments_are_initialised_once() {
    a.initializeTokenSegments(NAME, 2, at(4));
    assertThat(a.fetchSegments(NAME)).containsExactly(0, 1);
    assertThat(a.fetchSegments("other")).isEmpty();
    assertThat(a.fetchToken(NAME, 0)).isEqualTo(at(4));
    assertThatThrownBy(() -> b.initializeTokenSegments(NAME, 1))
        .isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> b.initializeSegment(null, NAME, 1))
        .isInstanceOf(UnableToInitializeTokenException.class);
  }

  @Test
  void of_processes_that_initialise_at_the_same_time_one_does_it_all() throws Exception {
    var racers = 4;
    var barrier = new CyclicBarrier(racers);
    var winners = new AtomicInteger();
    try (var pool = Executors.newFixedThreadPool(racers)) {
      for (int i = 0; i < racers; i++) {
        var racer = LogTokenStore.shared(store.database(), "racer-" + i, Duration.ofMinutes(10));
        pool.submit(
            () -> {
              barrier.await();
              racer.initializeTokenSegments(NAME, 4, at(1));
              return winners.incrementAndGet();
            });
      }
    }
    assertThat(winners).hasValue(1);
    assertThat(a.fetchSegments(NAME)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void a_token_that_was_never_initialised_cannot_be_claimed() {
    assertThatThrownBy(() -> a.fetchToken(NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
  }

  @Test
  void a_position_is_seen_without_a_claim_and_takes_none() {
    assertThat(b.position(NAME, 0)).isEmpty();
    a.initializeTokenSegments(NAME, 1);
    a.fetchToken(NAME, 0);
    assertThat(b.position(NAME, 0)).isEmpty();
    a.storeToken(at(41), NAME, 0);
    assertThat(b.position(NAME, 0)).hasValue(41);
    a.storeToken(at(42), NAME, 0);
    assertThat(a.position(NAME, 0)).hasValue(42);
  }

  @Test
  void a_segment_without_a_position_has_no_token() {
    a.initializeTokenSegments(NAME, 1);
    assertThat(a.fetchToken(NAME, 0)).isNull();
    a.storeToken(at(1), NAME, 0);
    a.storeToken(null, NAME, 0);
    assertThat(a.fetchToken(NAME, 0)).isNull();
  }

  @Test
  void a_stored_token_is_read_by_the_next_owner() {
    a.initializeTokenSegments(NAME, 1);
    a.fetchToken(NAME, 0);
    var replay = ReplayToken.createReplayToken(at(9), at(3), "rebuild");
    a.storeToken(replay, NAME, 0);
    a.releaseClaim(NAME, 0);
    assertThat(b.fetchToken(NAME, 0)).isEqualTo(replay);
  }

  @Test
  void a_claim_keeps_others_out_until_it_is_released() {
    a.initializeTokenSegments(NAME, 1);
    a.fetchToken(NAME, 0);
    assertThatThrownBy(() -> b.fetchToken(NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> b.storeToken(at(1), NAME, 0))
        .isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> b.extendClaim(NAME, 0))
        .isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> b.deleteToken(NAME, 0))
        .isInstanceOf(UnableToClaimTokenException.class);
    b.releaseClaim(NAME, 0);
    a.extendClaim(NAME, 0);
    a.releaseClaim(NAME, 0);
    b.fetchToken(NAME, 0);
    assertThatThrownBy(() -> a.extendClaim(NAME, 0))
        .isInstanceOf(UnableToClaimTokenException.class);
  }

  @Test
  void a_claim_that_went_silent_is_stolen_and_the_loser_cannot_write() {
    a.initializeTokenSegments(NAME, 1);
    a.fetchToken(NAME, 0);
    silence();
    assertThat(b.fetchAvailableSegments(NAME)).hasSize(1);
    b.fetchToken(NAME, 0);
    assertThatThrownBy(() -> a.storeToken(at(1), NAME, 0))
        .isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> a.fetchToken(NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
  }

  @Test
  void a_sign_of_life_keeps_a_claim() {
    a.initializeTokenSegments(NAME, 1);
    a.fetchToken(NAME, 0);
    silence();
    a.extendClaim(NAME, 0);
    assertThatThrownBy(() -> b.fetchToken(NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
    silence();
    a.storeToken(at(1), NAME, 0);
    assertThatThrownBy(() -> b.fetchToken(NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
  }

  @Test
  void available_are_the_segments_that_are_free_or_ones_own() {
    a.initializeTokenSegments(NAME, 3);
    a.fetchToken(NAME, 0);
    b.fetchToken(NAME, 2);
    assertThat(ids(a.fetchAvailableSegments(NAME))).containsExactly(0, 1);
    assertThat(ids(b.fetchAvailableSegments(NAME))).containsExactly(1, 2);
    assertThat(a.fetchAvailableSegments(NAME).getFirst().getMask())
        .isEqualTo(Segment.computeSegment(0, 0, 1, 2).getMask());
  }

  /** Step by step as Axon's processors do it. */
  @Test
  void a_segment_is_split_for_another_process_and_merged_again() {
    a.initializeTokenSegments(NAME, 1, at(5));
    assertThat(a.requiresExplicitSegmentInitialization()).isTrue();
    var halves = Segment.ROOT_SEGMENT.split();
    a.initializeSegment(a.fetchToken(NAME, 0), NAME, halves[1].getSegmentId());
    a.releaseClaim(NAME, halves[0].getSegmentId());
    assertThat(a.fetchAvailableSegments(NAME)).containsExactly(halves);
    a.fetchToken(NAME, 0);
    a.storeToken(at(9), NAME, 0);
    assertThat(b.fetchToken(NAME, 1)).isEqualTo(at(5));
    assertThatThrownBy(() -> a.fetchToken(NAME, 1)).isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> a.deleteToken(NAME, 1))
        .isInstanceOf(UnableToClaimTokenException.class);
    b.releaseClaim(NAME, 1);
    var merged = MergedTrackingToken.merged(a.fetchToken(NAME, 0), a.fetchToken(NAME, 1));
    a.deleteToken(NAME, 1);
    a.storeToken(merged, NAME, 0);
    a.releaseClaim(NAME, 0);
    assertThat(b.fetchAvailableSegments(NAME)).containsExactly(Segment.ROOT_SEGMENT);
    assertThat(b.fetchToken(NAME, 0)).isEqualTo(merged);
    assertThat(LogPositions.after(b.fetchToken(NAME, 0))).isEqualTo(6);
  }

  @Test
  void a_token_that_is_gone_can_neither_be_claimed_nor_deleted_again() {
    a.initializeTokenSegments(NAME, 2);
    a.fetchToken(NAME, 1);
    a.deleteToken(NAME, 1);
    assertThat(a.fetchSegments(NAME)).containsExactly(0);
    assertThatThrownBy(() -> a.fetchToken(NAME, 1)).isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> a.deleteToken(NAME, 1))
        .isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> a.storeToken(at(1), NAME, 1))
        .isInstanceOf(UnableToClaimTokenException.class);
  }

  @Test
  void tokens_of_every_kind_read_back_as_they_were_stored() {
    var tail = at(-1);
    a.initializeTokenSegments(NAME, 1, tail);
    assertThat(a.fetchToken(NAME, 0)).isEqualTo(tail);
    for (var token :
        List.of(
            at(0),
            at(Long.MAX_VALUE),
            ReplayToken.createReplayToken(at(9)),
            ReplayToken.createReplayToken(at(9), at(3), "why"),
            new MergedTrackingToken(at(3), at(9)),
            ReplayToken.createReplayToken(new MergedTrackingToken(at(3), at(9)), at(2)))) {
      a.storeToken(token, NAME, 0);
      assertThat(a.fetchToken(NAME, 0)).isEqualTo(token);
    }
  }

  @Test
  void a_loser_cannot_release_the_claim_of_the_winner() {
    a.initializeTokenSegments(NAME, 1);
    a.fetchToken(NAME, 0);
    silence();
    b.fetchToken(NAME, 0);
    a.releaseClaim(NAME, 0);
    assertThatThrownBy(() -> a.fetchToken(NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
    b.extendClaim(NAME, 0);
  }

  @Test
  void of_processes_that_steal_at_the_same_time_one_gets_the_segment() throws Exception {
    a.initializeTokenSegments(NAME, 1);
    a.fetchToken(NAME, 0);
    silence();
    var racers = 4;
    var barrier = new CyclicBarrier(racers);
    var winners = new AtomicInteger();
    try (var pool = Executors.newFixedThreadPool(racers)) {
      for (int i = 0; i < racers; i++) {
        var racer = LogTokenStore.shared(store.database(), "racer-" + i, Duration.ofMinutes(10));
        pool.submit(
            () -> {
              barrier.await();
              racer.fetchToken(NAME, 0);
              return winners.incrementAndGet();
            });
      }
    }
    assertThat(winners).hasValue(1);
  }

  /**
   * Processes whose clocks differ agree, because none of them says what time it is: the store
   * stamps a claim, and the store compares it.
   */
  @Test
  void the_clock_of_a_process_has_no_say() {
    var right = AbstractTokenEntry.clock;
    AbstractTokenEntry.clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(5));
    try {
      a.initializeTokenSegments(NAME, 1, at(0));
      a.fetchToken(NAME, 0);
      AbstractTokenEntry.clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(-5));
      assertThat(b.fetchAvailableSegments(NAME)).isEmpty();
      assertThatThrownBy(() -> b.fetchToken(NAME, 0))
          .isInstanceOf(UnableToClaimTokenException.class);
      a.extendClaim(NAME, 0);
      a.storeToken(at(1), NAME, 0);
      a.releaseClaim(NAME, 0);
      b.fetchToken(NAME, 0);
      b.deleteToken(NAME, 0);
    } finally {
      AbstractTokenEntry.clock = right;
    }
    assertThat(store.commands()).contains("insert", "update", "delete", "find");
    assertThat(store.commandsWithTime()).isEmpty();
  }

  @Test
  void a_token_is_never_ahead_of_what_is_flushed_before_the_commit() {
    a.initializeTokenSegments(NAME, 1, at(0));
    a.fetchToken(NAME, 0);
    var seen = new ArrayList<@Nullable TrackingToken>();
    var work = DefaultUnitOfWork.startAndGet(null);
    work.onPrepareCommit(_ -> a.storeToken(at(1), NAME, 0));
    work.onPrepareCommit(_ -> seen.add(a.fetchToken(NAME, 0)));
    work.commit();
    assertThat(seen).containsExactly(at(0));
    assertThat(a.fetchToken(NAME, 0)).isEqualTo(at(1));
  }

  @Test
  void a_token_of_a_unit_of_work_that_fails_is_not_stored() {
    a.initializeTokenSegments(NAME, 1, at(0));
    a.fetchToken(NAME, 0);
    var work = DefaultUnitOfWork.startAndGet(null);
    work.onPrepareCommit(_ -> a.storeToken(at(1), NAME, 0));
    work.onPrepareCommit(
        _ -> {
          throw new IllegalStateException("the projection cannot be flushed");
        });
    assertThatThrownBy(work::commit).isInstanceOf(IllegalStateException.class);
    assertThat(a.fetchToken(NAME, 0)).isEqualTo(at(0));
  }

  @Test
  void the_store_has_one_identifier() {
    var identifier = a.retrieveStorageIdentifier();
    assertThat(identifier).isPresent();
    assertThat(b.retrieveStorageIdentifier()).isEqualTo(identifier);
    assertThat(a.fetchSegments(NAME)).isEmpty();
  }

  @Test
  void the_only_process_takes_its_segments_at_once_after_a_crash() {
    var before = LogTokenStore.soleProcess(store.database());
    before.initializeTokenSegments(NAME, 2);
    before.fetchToken(NAME, 0);
    before.storeToken(at(3), NAME, 0);
    a.fetchToken(NAME, 1);
    var after = LogTokenStore.soleProcess(store.database());
    assertThat(ids(after.fetchAvailableSegments(NAME))).containsExactly(0, 1);
    assertThat(after.fetchToken(NAME, 0)).isEqualTo(at(3));
    assertThat(after.fetchToken(NAME, 1)).isNull();
    after.storeToken(at(4), NAME, 1);
    assertThat(after.fetchToken(NAME, 1)).isEqualTo(at(4));
  }

  @Test
  void the_only_process_writes_nothing_while_it_is_idle() {
    var sole = LogTokenStore.soleProcess(store.database());
    sole.initializeTokenSegments(NAME, 1);
    sole.fetchToken(NAME, 0);
    var before = List.copyOf(store.commands());
    for (int i = 0; i < 3; i++) {
      sole.extendClaim(NAME, 0);
      sole.fetchAvailableSegments(NAME);
    }
    sole.releaseClaim(NAME, 0);
    assertThat(store.commands().subList(before.size(), store.commands().size()))
        .isSubsetOf(READING);
    assertThat(before).contains("insert", "update");
  }

  /** As if the owner had died an hour ago. */
  private void silence() {
    store
        .database()
        .getCollection(LogTokenStore.COLLECTION)
        .updateOne(
            Filters.eq("_id", NAME + "[0]"),
            Updates.set(
                "at", new Date(System.currentTimeMillis() - Duration.ofHours(1).toMillis())));
  }

  private static TrackingToken at(long position) {
    return new GlobalSequenceTrackingToken(position);
  }

  private static List<Integer> ids(List<Segment> segments) {
    return segments.stream().map(Segment::getSegmentId).toList();
  }
}
