package io.vientro.query.recorded;

import io.vientro.app.VientroClock;
import io.vientro.core.Zone;
import io.vientro.query.Fictional;
import io.vientro.query.Roads;
import io.vientro.query.Views;
import io.vientro.query.World;
import io.vientro.query.projection.ViewRebuild;
import io.vientro.query.projection.ViewStore;
import io.vientro.rulepacks.BuiltInPack;
import io.vientro.rulepacks.BuiltInPacks;
import io.vientro.store.ViewJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The tool that made the recorded log. No build runs it: surefire does not take it for a test. It
 * writes into a folder that must not exist, so that what was recorded is never recorded again; a
 * further log is a further folder, with roads of its own. {@code CONTRIBUTING.md} says how to run
 * it.
 */
class RecordLog {
  private static final Path FIRST_VERSION =
      Path.of(
          "..",
          "rulepacks",
          "src",
          "test",
          "resources",
          "io",
          "vientro",
          "rulepacks",
          "shipped",
          "nd80-2020.1.yaml");

  /** Stands still at ten in the morning of a day. */
  private static final class Standing extends Clock {
    private Instant now = at(Fictional.DAY);

    private static Instant at(LocalDate day) {
      return day.atTime(LocalTime.of(10, 0)).atZone(Zone.HO_CHI_MINH).toInstant();
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("instants are UTC");
    }
  }

  @Test
  void record() throws IOException {
    var name = Objects.requireNonNull(System.getProperty("vientro.record"), "vientro.record");
    var recording = Recording.named(name);
    if (Files.exists(recording.folder())) {
      throw new IllegalStateException(recording + " is recorded already and stays as it is");
    }
    Files.createDirectories(recording.folder());
    var clock = new Standing();
    var number = new AtomicInteger();
    var builtIn = BuiltInPacks.load();
    var first =
        new BuiltInPack("nd80-2020", 1, FIRST_VERSION.toString(), Files.readString(FIRST_VERSION));
    try (var world =
        World.embedded(
            new VientroClock(clock),
            ofFirst(name) ? new BuiltInPacks(builtIn.decrees(), List.of(first)) : builtIn,
            () -> id(name, number.incrementAndGet()))) {
      var roads = new Roads(world, day -> clock.now = Standing.at(day));
      var erased =
          ofFirst(name)
              ? new RecordedRoads(world, roads).play()
              : new LifeRoads(world, roads).play();
      world.keys.destroy(erased);
      recording.write(world.database, world.clock);
      write(recording.aggregates(), Replayed.of(world.log, world.codec).lines());
      write(recording.digests(), digests(world));
    }
  }

  /** The first log began under the first version of the pack. */
  private static boolean ofFirst(String name) {
    return name.endsWith("-a");
  }

  private static UUID id(String name, int number) {
    return UUID.nameUUIDFromBytes((name + "/" + number).getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> digests(World world) {
    var store =
        new ViewStore(new MongoTemplate(world.client(), world.database.getName()), new ViewJson());
    var rebuild = new ViewRebuild(world.log, world.codec, store);
    var lines = new ArrayList<String>();
    Views.of(world.codec, store.json())
        .all()
        .forEach(view -> lines.add(RecordedLogTest.line(rebuild, view)));
    return lines;
  }

  private static void write(Path file, List<String> lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n");
  }
}
