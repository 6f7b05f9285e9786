package io.vientro.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CachedSubjectKeysTest extends SubjectKeysContract {
  private static final Duration KEEP = Duration.ofMinutes(5);

  private final SubjectKeys keys = new InMemorySubjectKeys();
  private final AtomicLong nanos = new AtomicLong();
  private final CachedSubjectKeys cached = new CachedSubjectKeys(keys, 2, KEEP, nanos::get);

  @Override
  SubjectKeys open() {
    return cached;
  }

  @Test
  void no_more_keys_are_kept_than_the_bound_says() {
    for (int i = 0; i < 10; i++) {
      cached.obtain(Set.of("d-" + i + "/provider"));
    }
    assertThat(cached.size()).isEqualTo(2);
  }

  @Test
  void a_key_destroyed_elsewhere_is_forgotten_in_time() {
    cached.obtain(Set.of("d-1/provider"));
    keys.destroy("d-1/provider");
    assertThat(cached.find(Set.of("d-1/provider"))).doesNotContainValue(new SubjectKey.Destroyed());
    nanos.addAndGet(KEEP.toNanos());
    assertThat(cached.find(Set.of("d-1/provider"))).containsValue(new SubjectKey.Destroyed());
  }
}
