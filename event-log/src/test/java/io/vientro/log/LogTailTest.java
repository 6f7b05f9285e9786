package io.vientro.log;

import static io.vientro.log.Samples.commit;
import static io.vientro.log.Samples.event;
import static io.vientro.log.Samples.readAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogTailTest {
  /** So long that only the bell can have woken the tail. */
  private static final TailOptions BELL_ONLY =
      TailOptions.alone().withPollInterval(Duration.ofDays(1));

  private static final TailOptions QUICK =
      TailOptions.shared()
          .withPollInterval(Duration.ofMillis(2))
          .withLongestBackoff(Duration.ofMillis(4));

  private final InMemoryEventLog log = new InMemoryEventLog();
  private final FlakyLog flaky = new FlakyLog(log);
  private final List<LogTail> started = new ArrayList<>();

  @AfterEach
  void stop() {
    started.forEach(LogTail::close);
  }

  private LogTail tail(TailOptions options) {
    LogTail tail = LogTail.start(flaky, options);
    started.add(tail);
    return tail;
  }

  @Test
  void aSubscriberGetsOldEventsAndThenNewOnesInOrder() throws Exception {
    appendTo("dossier-1", 0, 30);
    TailSubscription subscription = tail(BELL_ONLY).subscribe(7);

    assertThat(take(subscription, 23, 4)).isEqualTo(readAll(log, 7));
    appendTo("dossier-1", 30, 5);
    assertThat(take(subscription, 5, 100)).isEqualTo(readAll(log, 30));
    assertThat(subscription.position()).isEqualTo(35);
    assertThat(subscription.available()).isFalse();
    assertThat(subscription.poll(10)).isEmpty();
  }

  @Test
  void aSubscriberBehindTheBufferReadsFromTheLogAndCatchesUp() throws Exception {
    LogTail tail = tail(BELL_ONLY.withBufferedEvents(5));
    TailSubscription slow = tail.subscribe(0);
    TailSubscription quick = tail.subscribe(0);
    for (int i = 0; i < 60; i += 3) {
      log.append(commit("dossier-1", i, 3));
      take(quick, 3, 2);
    }

    assertThat(take(slow, 60, 4)).isEqualTo(readAll(log, 0));
    appendTo("dossier-1", 60, 2);
    assertThat(take(slow, 2, 4)).isEqualTo(take(quick, 2, 4));
  }

  @Test
  void textBeyondTheBoundIsNotKeptButStillDelivered() throws Exception {
    TailSubscription subscription =
        tail(new TailOptions(Duration.ofMillis(2), 100, 50, Duration.ofMillis(4))).subscribe(0);
    for (int i = 0; i < 20; i++) {
      log.append(commit("c-" + i, event("dossier-1", i, "\"" + "x".repeat(i * 10) + "\"")));
    }

    assertThat(take(subscription, 20, 3)).isEqualTo(readAll(log, 0));
  }

  @Test
  void whatAnotherProcessAppendsIsSeenWithoutABell() throws Exception {
    TailSubscription subscription = tail(QUICK).subscribe(0);

    log.put(Block.of(0, EventHasher.genesis(), List.of(commit("dossier-1", 0, 3))));

    assertThat(take(subscription, 3, 10)).hasSize(3);
  }

  @Test
  void aListenerSetLateIsToldAtOnceAndAClosedSubscriptionIsLeftAlone() throws Exception {
    LogTail tail = tail(BELL_ONLY);
    TailSubscription other = tail.subscribe(0);
    TailSubscription subscription = tail.subscribe(0);
    appendTo("dossier-1", 0, 1);
    take(other, 1, 1);
    AtomicInteger told = new AtomicInteger();

    subscription.onAvailable(told::incrementAndGet);
    assertThat(told).hasValue(1);
    subscription.close();
    appendTo("dossier-1", 1, 1);
    take(other, 1, 1);

    assertThat(told).hasValue(1);
    assertThat(subscription.available()).isFalse();
    assertThat(subscription.poll(10)).isEmpty();
  }

  @Test
  void aSubscriberBeyondTheHeadWaitsForItsPosition() throws Exception {
    TailSubscription subscription = tail(BELL_ONLY).subscribe(4);
    appendTo("dossier-1", 0, 6);

    assertThat(take(subscription, 2, 10)).isEqualTo(readAll(log, 4));
  }

  @Test
  void anAbsentStoreIsWaitedForAtTheStartAndInBetween() throws Exception {
    flaky.unavailable = true;
    LogTail tail = tail(QUICK);
    TailSubscription subscription = tail.subscribe(0);
    flaky.awaitRefusals(3);
    assertThat(tail.trouble()).containsInstanceOf(LogUnavailableException.class);
    assertThat(tail.nextPosition()).isEmpty();
    assertThat(subscription.poll(1)).isEmpty();
    assertThat(subscription.available()).isFalse();

    flaky.unavailable = false;
    appendTo("dossier-1", 0, 2);
    assertThat(take(subscription, 2, 10)).hasSize(2);

    flaky.unavailable = true;
    appendTo("dossier-1", 2, 2);
    flaky.awaitRefusals(3);
    flaky.unavailable = false;
    assertThat(take(subscription, 2, 10)).hasSize(2);
    assertThat(tail.failure()).isEmpty();
  }

  @Test
  void aCorruptedLogStopsTheTailForGood() throws Exception {
    LogTail tail = tail(QUICK);
    TailSubscription subscription = tail.subscribe(0);
    appendTo("dossier-1", 0, 2);
    take(subscription, 2, 10);

    byte[] wrong = new byte[EventHasher.HASH_LENGTH];
    log.put(Block.of(2, wrong, List.of(commit("dossier-1", 2, 1))));
    awaitFailure(tail);

    assertThat(tail.failure()).get().extracting(LogCorruptedException::position).isEqualTo(2L);
    assertThat(subscription.available()).isFalse();
    assertThat(subscription.poll(10)).isEmpty();
    TailSubscription late = tail.subscribe(0);
    assertThat(take(late, 2, 10)).hasSize(2);
  }

  @Test
  void theFirstNewBlockIsHeldAgainstTheLastOldOne() {
    appendTo("dossier-1", 0, 2);
    LogTail tail = tail(QUICK);
    while (tail.nextPosition().isEmpty()) {
      Thread.onSpinWait();
    }
    byte[] wrong = new byte[EventHasher.HASH_LENGTH];
    log.put(Block.of(2, wrong, List.of(commit("dossier-1", 2, 1))));

    awaitFailure(tail);
  }

  private static void awaitFailure(LogTail tail) {
    long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (tail.failure().isEmpty()) {
      assertThat(System.nanoTime()).as("the tail noticed nothing").isLessThan(until);
      Thread.onSpinWait();
    }
  }

  @Test
  void corruptionAmongOldEventsIsToldToWhoReadsThem() throws Exception {
    appendTo("dossier-1", 0, 5);
    log.remove(2);
    TailSubscription subscription = tail(BELL_ONLY).subscribe(0);

    take(subscription, 2, 10);
    assertThatThrownBy(() -> subscription.poll(10)).isInstanceOf(LogCorruptedException.class);
  }

  @Test
  void manySubscribersSeeTheSameWhileManyWrite() throws Exception {
    LogTail tail = tail(QUICK.withBufferedEvents(16));
    List<Callable<List<StoredEvent>>> tasks = new ArrayList<>();
    for (int w = 0; w < 3; w++) {
      String aggregate = "writer-" + w;
      tasks.add(
          () -> {
            appendTo(aggregate, 0, 100);
            return List.of();
          });
    }
    for (int r = 0; r < 3; r++) {
      int max = 1 + r * 20;
      tasks.add(() -> take(tail.subscribe(0), 300, max));
    }

    List<List<StoredEvent>> results = EventLogContract.inParallel(tasks);

    assertThat(results.subList(3, 6)).containsOnly(readAll(log, 0));
  }

  private void appendTo(String aggregate, int from, int count) {
    for (int s = from; s < from + count; s++) {
      log.append(commit(aggregate, s, 1));
    }
  }

  /** Takes exactly so many events, waiting to be told between two looks. */
  private static List<StoredEvent> take(TailSubscription subscription, int count, int max)
      throws InterruptedException {
    Semaphore told = new Semaphore(0);
    subscription.onAvailable(told::release);
    List<StoredEvent> taken = new ArrayList<>();
    while (taken.size() < count) {
      List<StoredEvent> some = subscription.poll(max);
      assertThat(some).hasSizeLessThanOrEqualTo(max);
      if (some.isEmpty() && !told.tryAcquire(60, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody told of new events; taken so far: " + taken.size());
      }
      taken.addAll(some);
    }
    assertThat(taken).hasSize(count);
    return taken;
  }

  /** A log whose store can be switched off for readers. */
  private static final class FlakyLog extends ForwardingEventLog {
    private final Semaphore refusals = new Semaphore(0);
    private volatile boolean unavailable;

    FlakyLog(EventLog log) {
      super(log);
    }

    void awaitRefusals(int count) throws InterruptedException {
      refusals.drainPermits();
      assertThat(refusals.tryAcquire(count, 60, TimeUnit.SECONDS)).isTrue();
    }

    private void check() {
      if (unavailable) {
        refusals.release();
        throw new LogUnavailableException("switched off", null);
      }
    }

    @Override
    public LogReader reader(long fromPosition) {
      LogReader reader = super.reader(fromPosition);
      return new LogReader() {
        @Override
        public List<StoredEvent> next(int atMost) {
          check();
          return reader.next(atMost);
        }

        @Override
        public long position() {
          return reader.position();
        }
      };
    }

    @Override
    public long nextPosition() {
      check();
      return super.nextPosition();
    }
  }
}
