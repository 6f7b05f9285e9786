package io.vientro.standalone;

import io.vientro.core.log.LogMode;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** {@code start}: stays until a signal ends the process, then stops in order. */
final class Foreground {
  private Foreground() {}

  /**
   * Returns only if the start failed or a signal came.
   *
   * @return the exit status; a signal's own one (128 and its number) takes precedence over it
   */
  static int run(StartOptions options, PrintStream out, PrintStream err) {
    Standalone standalone = new Standalone(options, line -> out.println("vientro: " + line));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("vientro-stop")
                .unstarted(
                    () -> {
                      standalone.close();
                      stopped.countDown();
                    }));
    try {
      Standalone.Started started = standalone.open();
      if (started.mode() == LogMode.TRAINING) {
        TrainingUsers.print(out);
      } else if (started.withoutUsers()) {
        out.println(
            "LIVE log without users: ./vientro users --data "
                + options.data()
                + " add NAME --role ROLE --agency AGENCY");
      }
      out.println("vientro is ready: http://127.0.0.1:" + started.port());
      stopped.await();
      return 0;
    } catch (Refusal refusal) {
      throw refusal;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } catch (RuntimeException e) {
      if (Failures.refusal(e) instanceof Refusal refusal) {
        throw refusal;
      }
      err.println("vientro: could not start: " + Failures.line(e));
      if (options.verbose()) {
        e.printStackTrace(err);
      } else {
        err.println("vientro: --verbose tells more");
      }
      return 1;
    }
  }
}
