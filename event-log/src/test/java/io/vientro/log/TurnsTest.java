package io.vientro.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When a writer waits for others, on a clock that only pauses move. */
class TurnsTest {
  private static final long INSERT = TimeUnit.MILLISECONDS.toNanos(8);
  private static final Blocks.Head MINE = new Blocks.Head(64, EventHasher.genesis());
  private static final Blocks.Head THEIRS = new Blocks.Head(128, EventHasher.genesis());

  private final Machine machine = new Machine();
  private final Turns turns = new Turns(machine);
  private int looks;

  private static final class Machine implements Turns.Ticks {
    private long now = 1;
    private long paused;

    @Override
    public long now() {
      return now;
    }

    @Override
    public void pause(long nanos) {
      assertThat(nanos).isPositive();
      now += nanos;
      paused += nanos;
    }
  }

  private void win(int blocks) {
    for (int i = 0; i < blocks; i++) {
      machine.now += INSERT;
      turns.won(INSERT);
    }
  }

  private Blocks.Head mine() {
    looks++;
    return MINE;
  }

  @Test
  void whoHasNeverLostGoesOnAtOnce() {
    win(3);

    assertThat(turns.yield(MINE, this::mine)).isEqualTo(MINE);
    assertThat(machine.paused).isZero();
    assertThat(looks).isZero();
  }

  @Test
  void whoIsNeverIdleLeavesAGapNowAndThenAndTheRestToItself() {
    long gaps = 0;
    for (int i = 0; i < 100; i++) {
      win(1);
      long before = machine.paused;
      turns.yield(MINE, this::mine);
      gaps += machine.paused > before ? 1 : 0;
    }

    assertThat(gaps).isBetween(6L, 9L);
    assertThat(machine.paused).isLessThan(100 * INSERT / 20);
    assertThat(looks).isZero();
  }

  @Test
  void whoWasIdleOwesNoGap() {
    for (int i = 0; i < 100; i++) {
      win(1);
      machine.now += INSERT;
      turns.yield(MINE, this::mine);
    }

    assertThat(machine.paused).isZero();
  }

  @Test
  void whoHasLostARaceWaitsAfterItsOwnBlockUntilItSeesAnotherOne() {
    win(20);
    turns.lost();
    win(1);

    Blocks.Head at = turns.yield(MINE, () -> machine.paused > INSERT ? THEIRS : mine());

    assertThat(at).isEqualTo(THEIRS);
    assertThat(machine.paused).isBetween(INSERT, 2 * INSERT);
    win(1);
    assertThat(turns.yield(THEIRS, () -> new Blocks.Head(192, EventHasher.genesis())).next())
        .as("the others are still about")
        .isEqualTo(192);
  }

  @Test
  void whoSeesNobodyForAWhileGoesOnAloneAndWaitsForNobodyAfterThat() {
    win(20);
    turns.lost();
    win(1);

    assertThat(turns.yield(MINE, this::mine)).isEqualTo(MINE);

    assertThat(machine.paused).isBetween(2 * INSERT, 4 * INSERT);
    long before = machine.paused;
    win(1);
    turns.yield(MINE, this::mine);
    assertThat(machine.paused).isEqualTo(before);
  }

  @Test
  void whoComesBackAfterAPauseHasGivenTheOthersTheirTurnAlready() {
    win(20);
    turns.lost();
    win(1);
    machine.now += TimeUnit.SECONDS.toNanos(1);

    turns.yield(MINE, this::mine);

    assertThat(machine.paused).isZero();
  }

  @Test
  void whatTheLookThrowsIsPassedOn() {
    win(1);
    turns.lost();
    win(1);

    assertThatThrownBy(
            () ->
                turns.yield(
                    MINE,
                    () -> {
                      throw new MongoException("gone");
                    }))
        .isInstanceOf(MongoException.class);
  }
}
