package io.vientro.trials.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.junit.jupiter.api.Test;

/** That the peers are set up so that they work at all: a peer that cannot run is easily beaten. */
class PeersTest {
  private static final int EVENTS = 250;

  @Test
  void axonMongoGivesBackItsEventsInOrderAndItsProcessorSeesThem() throws Exception {
    String uri = required("VIENTRO_TEST_MONGO_URI", "no durable store");
    try (var client = MongoClients.create(uri)) {
      var database = client.getDatabase("peers_" + UUID.randomUUID().toString().substring(0, 8));
      try (var peer = AxonMongoPeer.perEvent(database)) {
        assertWorks(peer, NoTransactionManager.INSTANCE);
      } finally {
        database.drop();
      }
    }
  }

  @Test
  void axonJdbcGivesBackItsEventsInOrderAndItsProcessorSeesThem() throws Exception {
    String url = required("VIENTRO_TEST_JDBC_URL", "no PostgreSQL");
    try (var peer =
        new AxonJdbcPeer(url, "peers_" + UUID.randomUUID().toString().substring(0, 8), 10)) {
      try {
        assertWorks(peer, peer.transactions());
      } finally {
        peer.dropSchema();
      }
    }
  }

  private static void assertWorks(Peer peer, TransactionManager transactions) throws Exception {
    List<String> written = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      String payload = "{\"n\":" + i + "}";
      written.add(payload + " {\"by\":\"me\"}");
      peer.engine()
          .appendEvents(
              new GenericDomainEventMessage<>(
                  "Dossier", "one", i, payload, TextSerializer.metaData("{\"by\":\"me\"}")));
    }
    assertThat(peer.engine().readEvents("one").asStream().map(PeersTest::text)).isEqualTo(written);

    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    var all = new CountDownLatch(EVENTS);
    var processor =
        TrackingEventProcessor.builder()
            .name("peers")
            .eventHandlerInvoker(
                SimpleEventHandlerInvoker.builder()
                    .eventHandlers(
                        (org.axonframework.eventhandling.EventMessageHandler)
                            message -> {
                              seen.add(text(message));
                              all.countDown();
                              return "";
                            })
                    .build())
            .messageSource(peer.store())
            .tokenStore(peer.tokens())
            .transactionManager(transactions)
            .build();
    processor.start();
    try {
      assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(seen).isEqualTo(written);
    } finally {
      processor.shutDown();
    }
  }

  private static String text(EventMessage<?> message) {
    return message.getPayload() + " " + message.getMetaData().get(TextSerializer.TEXT);
  }

  private static String required(String variable, String lacking) {
    String value = System.getenv(variable);
    assumeTrue(value != null && !value.isBlank(), variable + " is not set: " + lacking);
    return String.valueOf(value);
  }
}
