package io.vientro.trials.drill;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** What can happen. Each kind strikes, and brings back at once what it killed. */
enum Fault {
  KILL_WRITER("kill -9 of a writer", 4) {
    @Override
    Strike strike(Scene scene, RandomGenerator random) {
      Member writer = pick(scene.activeWriters(), random);
      writer.kill();
      writer.start();
      return new Strike(writer.name(), false);
    }
  },

  KILL_READER("kill -9 of a reader", 3) {
    @Override
    Strike strike(Scene scene, RandomGenerator random) {
      Member reader = pick(scene.readers(), random);
      reader.kill();
      reader.start();
      return new Strike(reader.name(), false);
    }
  },

  KILL_GATEWAY("kill -9 of one gateway", 3) {
    @Override
    Strike strike(Scene scene, RandomGenerator random) {
      int gateway = random.nextInt(2);
      scene.store().killGateway(scene.store().gateways().get(gateway));
      // With one writer stopped, the other may be the one that lost its gateway.
      return new Strike("g" + (gateway + 1), scene.onlyActiveWriterIs(gateway));
    }
  },

  KILL_GATEWAYS("kill -9 of all gateways", 2) {
    @Override
    Strike strike(Scene scene, RandomGenerator random) {
      scene.store().killGateways();
      return new Strike("g1 g2", true);
    }
  },

  KILL_POSTGRES("kill -9 of PostgreSQL", 2) {
    @Override
    Strike strike(Scene scene, RandomGenerator random) {
      scene.store().killPostgres();
      return new Strike("pg", true);
    }
  },

  KILL_ALL("kill -9 of all at once", 1) {
    @Override
    Strike strike(Scene scene, RandomGenerator random) {
      scene.store().killAll();
      scene.writers().forEach(Member::kill);
      scene.readers().forEach(Member::kill);
      scene.writers().forEach(Member::start);
      scene.readers().forEach(Member::start);
      scene.store().start();
      return new Strike("all", true);
    }
  },

  STOP_WRITER("SIGSTOP of a writer, 30 s", 1) {
    @Override
    Strike strike(Scene scene, RandomGenerator random) {
      Member writer = pick(scene.activeWriters(), random);
      scene.stopForAWhile(writer);
      return new Strike(writer.name(), false);
    }

    @Override
    boolean possible(Scene scene) {
      return scene.activeWriters().size() > 1;
    }
  },

  TURN_CLOCK("restart, clock the other way", 1) {
    @Override
    Strike strike(Scene scene, RandomGenerator random) {
      Member writer = pick(scene.activeWriters(), random);
      long offset = writer.clockOffsetSeconds() > 0 ? -SKEW.toSeconds() : SKEW.toSeconds();
      writer.kill();
      writer.setClockOffsetSeconds(offset);
      writer.start();
      return new Strike("%s %+d s".formatted(writer.name(), offset), false);
    }
  },

  CUT("network cut", 2) {
    @Override
    Strike strike(Scene scene, RandomGenerator random) {
      return onLinks(scene, random, CuttableLink::cut, 300 + random.nextInt(1_000));
    }
  },

  LOSE_ANSWERS("network loses answers", 2) {
    @Override
    Strike strike(Scene scene, RandomGenerator random) {
      return onLinks(scene, random, CuttableLink::loseAnswers, 300 + random.nextInt(700));
    }
  },

  STALL("network stalls", 1) {
    @Override
    Strike strike(Scene scene, RandomGenerator random) {
      // One in four outlasts the patience for one call (5 s).
      int millis = random.nextInt(4) == 0 ? 6_000 : 1_000 + random.nextInt(1_500);
      return onLinks(scene, random, CuttableLink::stall, millis);
    }
  };

  /** How far a writer's clock is off, one way or the other. */
  static final Duration SKEW = Duration.ofMinutes(5);

  private final String text;
  private final int weight;

  Fault(String text, int weight) {
    this.text = text;
    this.weight = weight;
  }

  /** Strikes, and brings back what it killed. */
  abstract Strike strike(Scene scene, RandomGenerator random);

  /** Whether it can strike now. */
  boolean possible(Scene scene) {
    return true;
  }

  String text() {
    return text;
  }

  /** How often it comes in one round of all faults. */
  int weight() {
    return weight;
  }

  private static Member pick(List<Member> members, RandomGenerator random) {
    return members.get(random.nextInt(members.size()));
  }

  /** What is done to a link. */
  private interface Harm {
    void to(CuttableLink link);
  }

  private static Strike onLinks(Scene scene, RandomGenerator random, Harm harm, int millis) {
    int which = random.nextInt(3);
    List<CuttableLink> links = which == 2 ? scene.links() : List.of(scene.links().get(which));
    links.forEach(harm::to);
    Scene.pause(Duration.ofMillis(millis));
    links.forEach(CuttableLink::restore);
    return new Strike(
        (which == 2 ? "w1 w2" : "w" + (which + 1)) + " %d ms".formatted(millis),
        which == 2 || scene.onlyActiveWriterIs(which));
  }
}
