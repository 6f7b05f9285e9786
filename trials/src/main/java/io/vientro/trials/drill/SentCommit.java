package io.vientro.trials.drill;

import io.vientro.log.Commit;
import io.vientro.log.NewEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a writer is about to append. All of its content follows from these few values, so that the
 * next life of the writer can send exactly the same again.
 *
 * @param at the writer's own idea of the time, milliseconds
 * @param places aggregate and sequence of each event
 */
record SentCommit(String id, Instant at, List<Place> places) {
  private static final String TEXT = "x".repeat(150);

  /** Where an event goes. */
  record Place(String aggregate, long sequence) {}

  SentCommit {
    places = List.copyOf(places);
  }

  Commit toCommit() {
    List<NewEvent> events = new ArrayList<>();
    for (Place place : places) {
      String event = id + ":" + events.size();
      events.add(
          new NewEvent(
              place.aggregate(),
              place.sequence(),
              event,
              at,
              "drill.happened",
              1,
              "{\"event\":\"%s\",\"text\":\"%s\"}".formatted(event, TEXT),
              "{}"));
    }
    return new Commit(id, events);
  }

  /** The line of a journal, after its first word. */
  String toLine() {
    StringBuilder line = new StringBuilder(id).append(' ').append(at.toEpochMilli());
    places.forEach(p -> line.append(' ').append(p.aggregate()).append('#').append(p.sequence()));
    return line.toString();
  }

  static SentCommit parse(String line) {
    String[] words = line.split(" ");
    List<Place> places = new ArrayList<>();
    for (int i = 2; i < words.length; i++) {
      int mark = words[i].lastIndexOf('#');
      places.add(
          new Place(words[i].substring(0, mark), Long.parseLong(words[i].substring(mark + 1))));
    }
    return new SentCommit(words[0], Instant.ofEpochMilli(Long.parseLong(words[1])), places);
  }
}
