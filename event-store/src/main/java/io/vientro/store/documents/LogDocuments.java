package io.vientro.store.documents;

import io.vientro.core.dossier.DocumentAttached;
import io.vientro.log.Block;
import io.vientro.log.StoredEvent;
import io.vientro.log.archive.ArchiveException;
import io.vientro.log.archive.Companion;
import io.vientro.log.archive.Companions;
import io.vientro.log.archive.LogArchive;
import io.vientro.store.EventCodec;
import io.vientro.store.EventFormatException;
import io.vientro.store.UnknownEventException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The documents that a log names: to be checked, exported and brought back with it. */
public final class LogDocuments implements Companions {
  private final InFiles named;
  private final DocumentStore store;

  /**
   * @param codec needs no key: what is read of an event is never sealed
   */
  public LogDocuments(EventCodec codec, DocumentStore store) {
    this.named = new InFiles(codec);
    this.store = store;
  }

  /** The documents that a log names, where there is no store but files alone. */
  public static final class InFiles implements Companions {
    private final EventCodec codec;
    private final String attached;

    public InFiles(EventCodec codec) {
      this.codec = codec.leavingSealed();
      this.attached = codec.nameOf(DocumentAttached.class);
    }

    Optional<DocumentReference> of(StoredEvent stored) {
      if (!stored.event().type().equals(attached)) {
        return Optional.empty();
      }
      try {
        return Optional.of(reference((DocumentAttached) codec.decode(List.of(stored)).getFirst()));
      } catch (EventFormatException | UnknownEventException e) {
        throw new ArchiveException(
            "position %d: %s".formatted(stored.position(), e.getMessage()), e);
      }
    }

    @Override
    public List<Companion> of(Block block) {
      return block.events().stream()
          .flatMap(event -> of(event).stream())
          .map(document -> new Companion(document.id(), document.storedLength(), document.sha256()))
          .toList();
    }

    @Override
    public void write(Companion companion, OutputStream to) {
      throw new UnsupportedOperationException("there is no store");
    }
  }

  /** The document that an event names, if it names one. */
  public Optional<DocumentReference> of(StoredEvent stored) {
    return named.of(stored);
  }

  /** What an event says of a file. */
  public static DocumentReference reference(DocumentAttached event) {
    return new DocumentReference(
        event.document(), event.sha256(), event.size(), event.subjectKey());
  }

  @Override
  public List<Companion> of(Block block) {
    return named.of(block);
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
