package io.vientro.trials.drill;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** A process of the command side that keeps the due index and raises what falls due. */
public final class LimitsProcess {
  private LimitsProcess() {}

  /** Started by the drill only; see {@link ChildOptions}. */
  public static void main(String[] arguments) throws InterruptedException {
    ChildOptions options = ChildOptions.parse(arguments);
    CountDownLatch end = new CountDownLatch(1);
    ParentLine.onEnd(end::countDown);
    PassingTime time = PassingTime.read(Path.of(options.folder()));
    try (DrillStore store = DrillStore.connect(options.uri());
        CommandSide side = new CommandSide(store, time.clock(Clock.systemUTC()))) {
      side.start();
      end.await();
    }
  }
}
