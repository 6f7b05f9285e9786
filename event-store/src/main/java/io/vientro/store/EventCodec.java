package io.vientro.store;

import io.vientro.core.DomainEvent;
import io.vientro.core.value.Personal;
import io.vientro.log.NewEvent;
import io.vientro.log.StoredEvent;
import io.vientro.store.PersonalNodes.Found;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one way between core's events and the text in the log: stable names and revisions, the only
 * upcasters, personal values sealed. Thread-safe. Lists are read and written with one question for
 * all their keys.
 */
public final class EventCodec {
  private record Step(String type, int fromRevision) {}

  private final EventTypes types;
  private final Map<Step, Upcaster> upcasters;
  private final SubjectKeys keys;
  private final Sealing sealing;
  private final JsonMapper json = EventJson.mapper();
  private final boolean leavesSealed;

  /**
   * @param keys should be cached for reading at speed
   */
  public EventCodec(SubjectKeys keys) {
    this(EventTypes.CURRENT, Upcaster.ALL, keys, new Sealing());
  }

  /**
   * @throws IllegalArgumentException if an older revision of a type has no upcaster, or an upcaster
   *     no use
   */
  EventCodec(EventTypes types, List<Upcaster> upcasters, SubjectKeys keys, Sealing sealing) {
    this.types = types;
    this.keys = keys;
    this.sealing = sealing;
    this.leavesSealed = false;
    this.upcasters =
        upcasters.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    u -> new Step(u.type(), u.fromRevision()), Function.identity()));
    var owed = new HashSet<Step>();
    for (var entry : types.entries()) {
      for (int revision = 1; revision < entry.revision(); revision++) {
        owed.add(new Step(entry.name(), revision));
      }
    }
    if (!owed.equals(this.upcasters.keySet())) {
      throw new IllegalArgumentException(
          "upcasters owed: " + owed + ", given: " + this.upcasters.keySet());
    }
  }

  private EventCodec(EventCodec of) {
    this.types = of.types;
    this.upcasters = of.upcasters;
    this.keys = of.keys;
    this.sealing = of.sealing;
    this.leavesSealed = true;
  }

  /**
   * The same codec for reading only, which asks for no key: each personal value reads as its sealed
   * text, see {@link SealedText}. What is built from it can be stored; an {@link Unsealer} opens it
   * when somebody looks.
   */
  public EventCodec leavingSealed() {
    return new EventCodec(this);
  }

  /**
   * The revision under which events of this class are written today, and in whose shape all of them
   * are read.
   */
  public int revisionOf(Class<? extends DomainEvent> type) {
    return types.of(type).revision();
  }

  /** The stable name under which events of this class are stored. */
  public String nameOf(Class<? extends DomainEvent> type) {
    return types.of(type).name();
  }

  /** As {@link #encode(List)}, for one. */
  public EncodedEvent encode(String aggregate, DomainEvent event) {
    return encode(List.of(new EventDraft(aggregate, event))).getFirst();
  }

  /**
   * Writes events; keys that their personal values need are durable when this returns.
   *
   * @return as many as given, in the same order
   * @throws SealingException if a subject was erased before
   */
  public List<EncodedEvent> encode(List<EventDraft> drafts) {
    if (leavesSealed) {
      throw new IllegalStateException("this codec is for reading: it would seal what is sealed");
    }
    var trees = new ArrayList<ObjectNode>();
    var plain = new ArrayList<Found>();
    for (var draft : drafts) {
      var entry = types.of(draft.event().getClass());
      var tree = json.<ObjectNode>valueToTree(draft.event());
      plain.addAll(PersonalNodes.plain(draft.aggregate(), entry.name(), tree, sealing::ownKey));
      trees.add(tree);
    }
    var keysById = plain.isEmpty() ? Map.<String, SubjectKey>of() : keys.obtain(keyIds(plain));
    for (var it : plain) {
      it.seal(sealing.seal(it.text(), keysById.get(it.place().keyId()), it.place()));
    }
    var encoded = new ArrayList<EncodedEvent>();
    for (int i = 0; i < drafts.size(); i++) {
      var entry = types.of(drafts.get(i).event().getClass());
      var text = json.writeValueAsString(trees.get(i));
      encoded.add(new EncodedEvent(entry.name(), entry.revision(), text));
    }
    return encoded;
  }

  /**
   * Reads events back; what was sealed with a destroyed key reads as {@link Personal#ERASED}.
   *
   * @return as many as given, in the same order
   * @throws UnknownEventException if one has a name or a revision that this version does not know
   * @throws EventFormatException if one does not have the shape of its name and revision
   * @throws SealingException if a sealed value was altered or moved, or its key is missing
   */
  public List<DomainEvent> decode(List<StoredEvent> events) {
    var trees = new ArrayList<ObjectNode>();
    var sealed = new ArrayList<Found>();
    for (var stored : events) {
      var event = stored.event();
      var entry = types.of(event.type(), event.revision());
      if (event.revision() > entry.revision()) {
        throw new UnknownEventException(
            event.type(), event.revision(), "newer than this version of the software");
      }
      var tree = tree(event);
      sealed.addAll(PersonalNodes.sealed(event.aggregate(), event.type(), tree));
      trees.add(tree);
    }
    if (leavesSealed) {
      sealed.forEach(Found::leaveSealed);
    } else {
      unseal(sealed);
    }
    var decoded = new ArrayList<DomainEvent>();
    for (int i = 0; i < events.size(); i++) {
      decoded.add(bind(events.get(i).event(), trees.get(i)));
    }
    return decoded;
  }

  private void unseal(List<Found> sealed) {
    var keysById = sealed.isEmpty() ? Map.<String, SubjectKey>of() : keys.find(keyIds(sealed));
    for (var it : sealed) {
      it.unseal(sealing.unseal(it.text(), keysById.get(it.place().keyId()), it.place()));
    }
  }

  /** Writes metadata. */
  public String encode(EventMetadata metadata) {
    return json.writeValueAsString(metadata);
  }

  /**
   * @throws EventFormatException if the text is none of ours
   */
  public EventMetadata metadata(String text) {
    try {
      return json.readValue(text, EventMetadata.class);
    } catch (JacksonException e) {
      throw new EventFormatException("unreadable metadata: " + e.getOriginalMessage(), e);
    }
  }

  private ObjectNode tree(NewEvent event) {
    try {
      if (json.readTree(event.payload()) instanceof ObjectNode object) {
        return object;
      }
      throw new EventFormatException("not a JSON object: " + nameOf(event));
    } catch (JacksonException e) {
      // Neither the parser's message with its excerpt of the source nor the text may reach a log.
      throw new EventFormatException("not JSON: " + nameOf(event));
    }
  }

  private DomainEvent bind(NewEvent event, ObjectNode tree) {
    var entry = types.of(event.type(), event.revision());
    for (int revision = event.revision(); revision < entry.revision(); revision++) {
      var upcaster = Objects.requireNonNull(upcasters.get(new Step(event.type(), revision)));
      tree = upcaster.change().apply(tree);
    }
    try {
      return json.treeToValue(tree, entry.type());
    } catch (JacksonException e) {
      throw new EventFormatException(nameOf(event) + " at " + e.getPathReference(), e);
    }
  }

  private static String nameOf(NewEvent event) {
    return event.type() + "/" + event.revision() + " " + event.id();
  }

  private static Set<String> keyIds(List<Found> found) {
    return found.stream().map(f -> f.place().keyId()).collect(Collectors.toSet());
  }
}
