package io.vientro.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of subject keys promises. */
abstract class SubjectKeysContract {
  private static final Set<String> IDS = Set.of("d-1/provider", "d-1/contact", "d-2/provider");

  /** As another process would see the same store. */
  abstract SubjectKeys open();

  @Test
  void what_was_never_created_is_not_found() {
    assertThat(open().find(IDS)).isEmpty();
    assertThat(open().find(Set.of())).isEmpty();
  }

  @Test
  void a_key_stays_the_same_and_every_id_has_its_own() {
    var created = secrets(open().obtain(IDS));
    assertThat(created).hasSize(3);
    assertThat(Set.copyOf(created.values())).hasSize(3);
    assertThat(secrets(open().obtain(IDS))).isEqualTo(created);
    assertThat(secrets(open().find(IDS))).isEqualTo(created);
  }

  @Test
  void what_exists_is_kept_when_more_is_asked_for() {
    var one = secrets(open().obtain(Set.of("d-1/provider")));
    assertThat(secrets(open().obtain(IDS))).hasSize(3).containsAllEntriesOf(one);
  }

  @Test
  void processes_that_create_a_key_at_the_same_time_agree() throws Exception {
    var racers = 4;
    var barrier = new CyclicBarrier(racers);
    try (var pool = Executors.newFixedThreadPool(racers)) {
      for (int round = 0; round < 10; round++) {
        var ids = Set.of("d-" + round + "/provider", "d-" + round + "/contact");
        var tasks =
            IntStream.range(0, racers)
                .<Callable<Map<String, List<Byte>>>>mapToObj(
                    _ ->
                        () -> {
                          var keys = open();
                          barrier.await();
                          return secrets(keys.obtain(ids));
                        })
                .toList();
        var answers = pool.invokeAll(tasks).stream().map(f -> get(f)).distinct().toList();
        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst()).hasSize(2);
      }
    }
  }

  @Test
  void a_destroyed_key_stays_destroyed() {
    open().obtain(IDS);
    open().destroy("d-1/provider");
    open().destroy("d-1/provider");
    var destroyed = new SubjectKey.Destroyed();
    assertThat(open().find(IDS)).containsEntry("d-1/provider", destroyed).hasSize(3);
    assertThat(open().obtain(IDS)).containsEntry("d-1/provider", destroyed).hasSize(3);
    assertThat(secrets(open().find(IDS))).hasSize(2);
  }

  @Test
  void a_key_can_be_destroyed_before_it_was_ever_created() {
    open().destroy("d-1/provider");
    assertThat(open().obtain(Set.of("d-1/provider"))).containsValue(new SubjectKey.Destroyed());
  }

  private static <T> T get(java.util.concurrent.Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, List<Byte>> secrets(Map<String, SubjectKey> keys) {
    var secrets = new HashMap<String, List<Byte>>();
    keys.forEach(
        (id, key) -> {
          if (key instanceof SubjectKey.Alive alive) {
            var secret = alive.secret();
            secrets.put(id, IntStream.range(0, secret.length).mapToObj(i -> secret[i]).toList());
          }
        });
    return secrets;
  }
}
