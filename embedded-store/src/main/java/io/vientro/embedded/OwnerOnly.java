package io.vientro.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files that other users of the machine must not read: the keys of personal values lie in them
 * beside the values.
 */
final class OwnerOnly {
  private OwnerOnly() {}

  /** Where the file system knows owners; elsewhere the folder's own protection has to do. */
  static void set(Path file) throws IOException {
    var permissions = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (permissions != null) {
      permissions.setPermissions(PosixFilePermissions.fromString("rw-------"));
    }
  }
}
