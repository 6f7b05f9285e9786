package io.vientro.store.documents;

import io.vientro.core.dossier.DocumentAttached;
import io.vientro.log.Block;
import io.vientro.log.StoredEvent;
import io.vientro.log.archive.ArchiveException;
import io.vientro.log.archive.Companion;
import io.vientro.log.archive.Companions;
import io.vientro.log.archive.LogArchive;
import io.vientro.store.EventCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The documents that a log names: to be checked, exported and brought back with it. */
public final class LogDocuments implements Companions {
  private final EventCodec codec;
  private final String attached;
  private final DocumentStore store;

  /**
   * @param codec needs no key: what is read of an event is never sealed
   */
  public LogDocuments(EventCodec codec, DocumentStore store) {
    this.codec = codec.leavingSealed();
    this.attached = codec.nameOf(DocumentAttached.class);
    this.store = store;
  }

  /** The document that an event names, if it names one. */
  public Optional<DocumentReference> of(StoredEvent stored) {
    return stored.event().type().equals(attached)
        ? Optional.of(reference((DocumentAttached) codec.decode(List.of(stored)).getFirst()))
        : Optional.empty();
  }

  /** What an event says of a file. */
  public static DocumentReference reference(DocumentAttached event) {
    return new DocumentReference(
        event.document(), event.sha256(), event.size(), event.subjectKey());
  }

  @Override
  public List<Companion> of(Block block) {
    return references(block).stream().map(LogDocuments::companion).toList();
  }

  /** The documents that the events of a block name. */
  public List<DocumentReference> references(Block block) {
    return block.events().stream().flatMap(event -> of(event).stream()).toList();
  }

  private static Companion companion(DocumentReference reference) {
    return new Companion(reference.id(), reference.storedLength(), reference.sha256());
  }

  @Override
  public void write(Companion companion, OutputStream to) throws IOException {
    try (var in = store.openStored(stored(companion))) {
      in.transferTo(to);
    } catch (DocumentException e) {
      throw new ArchiveException(
          "the log names a document that the store does not have as it was recorded: "
              + e.getMessage(),
          e);
    }
  }

  /**
   * Puts the files of an archive into the store; those that are there already stay.
   *
   * @param archive was checked before
   * @throws ArchiveException if the store holds a document of something else
   */
  public void restore(LogArchive archive) {
    var listed = archive.manifest().companions();
    var ids = listed.stream().map(Companion::name).collect(Collectors.toSet());
    for (var id : store.ids()) {
      if (!ids.contains(id)) {
        throw new ArchiveException(
            "the store holds a document that is not of this export, "
                + id
                + "; import into an empty one");
      }
    }
    for (var companion : listed) {
      try (var in = archive.open(companion)) {
        store.restore(stored(companion), in);
      } catch (DocumentException e) {
        throw new ArchiveException("a document cannot be brought back: " + e.getMessage(), e);
      } catch (IOException e) {
        throw new ArchiveException(
            "%s cannot be read: %s".formatted(companion.name(), e.getMessage()), e);
      }
    }
  }

  /** As far as its bytes go, a sealed file is like any other. */
  private static DocumentReference stored(Companion companion) {
    return new DocumentReference(companion.name(), companion.sha256(), companion.bytes(), null);
  }
}
