package org.profbilet.api.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The directory that outlives the process: keys, and the data of the embedded database. */
final class Home {

  private final Path directory;

  private Home(Path directory) {
    this.directory = directory;
  }

  /** {@code PROFBILET_HOME}, or {@code ~/.profbilet}. */
  static Home open() {
    String configured = System.getenv("PROFBILET_HOME");
    Path directory =
        configured == null
            ? Path.of(System.getProperty("user.home"), ".profbilet")
            : Path.of(configured);
    return new Home(makePrivate(directory.toAbsolutePath()));
  }

  Path directory() {
    return directory;
  }

  Path keys() {
    return makePrivate(directory.resolve("keys"));
  }

  /** A secret that is made once and kept in a file that only the owner reads. */
  String secret(String name) {
    Path file = keys().resolve(name);
    try {
      if (!Files.exists(file)) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Path draft = keys().resolve(name + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(
            draft,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        Files.move(draft, file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path makePrivate(Path directory) {
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
