package io.vientro.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Commits that wait for their turn, and which of them share the next block. Thread-safe. */
final class CommitQueue {
  /** What part of the last insert's time is waited at most for those it answered. */
  private static final int GATHERING_SHARE = 4;

  private final MongoLogOptions options;
  private final Runnable begin;
  private final ReentrantLock lock = new ReentrantLock();

  /** Rung when as many wait as the last block carried. */
  private final Condition full = lock.newCondition();

  /** Guarded by {@link #lock}. */
  private final Deque<Pending> waiting = new ArrayDeque<>();

  /** Guarded by {@link #lock}: the writer is at work, or was told to begin. */
  private boolean running;

  /** Guarded by {@link #lock}: commits in the last block written. */
  private int lastSize;

  /** Guarded by {@link #lock}: how long that took, in nanoseconds; 0 once it was waited for. */
  private long lastNanos;

  /**
   * @param begin is run when something waits and the writer is not at work
   */
  CommitQueue(MongoLogOptions options, Runnable begin) {
    this.options = options;
    this.begin = begin;
  }

  /**
   * Takes a commit in.
   *
   * @throws LogBusyException if too many wait already; it has failed with that
   */
  void add(Pending pending) {
    lock.lock();
    try {
      if (waiting.size() >= options.maxQueuedCommits()) {
        LogBusyException busy =
            new LogBusyException(
                "commit %s was not appended: %d others wait before it"
                    .formatted(pending.id(), waiting.size()));
        pending.failed(busy); // Whoever waits for it with the same id tries by itself.
        throw busy;
      }
      waiting.addLast(pending);
      if (waiting.size() == lastSize) {
        full.signal();
      }
      if (!running) {
        running = true;
        begin.run();
      }
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** The writer has written a block of so many commits, in so many nanoseconds. */
  void written(int commits, long nanos) {
    lock.lock();
    try {
      lastSize = commits;
      lastNanos = nanos;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whether anything waits; if not, the writer is free. Those who were just answered are about to
   * come again, one after the other: without a moment's patience the first of them would travel
   * alone and all others wait for that insert. A commit after a block of one goes out at once.
   */
  boolean gather() {
    lock.lock();
    try {
      long patience = lastSize > 1 ? lastNanos / GATHERING_SHARE : 0;
      lastNanos = 0;
      while (patience > 0 && waiting.size() < lastSize) {
        patience = full.awaitNanos(patience);
      }
      running = !waiting.isEmpty();
      return running;
    } catch (InterruptedException e) {
      // Nobody interrupts this thread; if somebody does, there is no harm in going on.
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes what goes into the next block out of the queue: in order of arrival, each commit that
   * shares no key with one before it, since a unique index does not look inside one document. Those
   * whose patience is over are given up. May be empty.
   */
  List<Pending> next() {
    lock.lock();
    try {
      List<Pending> group = new ArrayList<>();
      Set<String> keys = new HashSet<>();
      long bytes = 0;
      for (Iterator<Pending> all = waiting.iterator(); all.hasNext(); ) {
        Pending next = all.next();
        if (next.isOver()) {
          all.remove();
          next.giveUp();
          continue;
        }
        if (!group.isEmpty() && !fits(next, group, bytes)) {
          break;
        }
        if (next.keys().stream().anyMatch(keys::contains)) {
          continue;
        }
        all.remove();
        group.add(next);
        keys.addAll(next.keys());
        bytes += next.bytes();
        if (next.alone) {
          break;
        }
      }
      return group;
    } finally {
      lock.unlock();
    }
  }

  private boolean fits(Pending next, List<Pending> group, long bytes) {
    return !next.alone
        && bytes + next.bytes() <= options.maxBlockBytes()
        && group.size() < options.maxBlockCommits();
  }

  /** Puts back what was taken out, in the order in which it came. */
  void putBack(List<Pending> group) {
    lock.lock();
    try {
      group.reversed().forEach(waiting::addFirst);
    } finally {
      lock.unlock();
    }
  }

  /** Puts back what was taken out, behind all others. */
  void putLast(List<Pending> group) {
    lock.lock();
    try {
      waiting.addAll(group);
    } finally {
      lock.unlock();
    }
  }
}
