package io.vientro.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.vientro.query.World;
import org.junit.jupiter.api.Test;

class DurableDossierListTest extends DossierListContract {
  @Override
  World world() {
    return World.durable();
  }

  @Test
  void a_walk_follows_the_order_of_ids_and_sorts_nothing() {
    var plan = walking().walking(Filters.eq("keys", "w:sample"), 51).explain().toJson();
    assertThat(plan).contains("\"Index Name\": \"_id_\"").doesNotContain("\"Sort\"");
  }
}
