package io.vientro.trials.drill;

import java.io.IOException;

/**
 * The line between a child process and the drill: a child says on its standard output what it has
 * done, and ends when its standard input does, so that no child outlives the drill.
 */
final class ParentLine {
  static final String ACKNOWLEDGED = "a ";
  static final String DELIVERED = "d ";

  private ParentLine() {}

  /** Says that a commit at this position was acknowledged. */
  static void acknowledged(long position) {
    System.out.println(ACKNOWLEDGED + position);
  }

  /** Says that everything up to this position was delivered and projected. */
  static void delivered(long position) {
    System.out.println(DELIVERED + position);
  }

  /** Calls back, once, when the drill wants this process to end or is gone. */
  static void onEnd(Runnable stop) {
    Thread.ofPlatform()
        .daemon()
        .name("parent-line")
        .start(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // Nothing is ever said on it.
                }
              } catch (IOException e) {
                // As good as its end.
              }
              stop.run();
            });
  }
}
