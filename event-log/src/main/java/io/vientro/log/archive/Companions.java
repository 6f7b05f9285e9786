package io.vientro.log.archive;

import io.vientro.log.Block;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What an archive takes along beside the log. The log itself does not know what events mean. */
public interface Companions {
  /** A log whose events name no files. */
  Companions NONE =
      new Companions() {
        @Override
        public List<Companion> of(Block block) {
          return List.of();
        }

        @Override
        public void write(Companion companion, OutputStream to) {
          throw new IllegalArgumentException(companion.name());
        }
      };

  /** The files that the events of a block name, in their order. */
  List<Companion> of(Block block);

  /**
   * Writes one of them.
   *
   * @throws ArchiveException if there is no such file, or another one
   */
  void write(Companion companion, OutputStream to) throws IOException;
}
