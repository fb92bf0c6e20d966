package org.profbilet.credentials;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Files that only the owner of the process reads. A file is written under a lock, aside, and then
 * renamed, so that a crash never leaves half a key.
 */
@Singleton
class KeyDirectory {

  private final Path directory;

  KeyDirectory(@Value("${profbilet.keys.directory}") String directory) {
    if (directory.isBlank()) {
      throw new IllegalStateException(
          "profbilet.keys.directory is empty: say where the server's keys are kept");
    }
    this.directory = Path.of(directory);
  }

  String read(String name, Supplier<String> whenAbsent) {
    Path file = directory.resolve(name);
    try {
      if (!Files.exists(file)) {
        make(file, whenAbsent);
      }
      return Files.readString(file).strip();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  List<String> namesLike(String pattern) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(pattern))
          .toList();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** Takes the place of what the file held. */
  void write(String name, String content) {
    try {
      underLock(() -> replace(directory.resolve(name), content));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  void delete(String name) {
    try {
      Files.deleteIfExists(directory.resolve(name));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** When the file was written. */
  Instant madeAt(String name) {
    return modifiedAt(directory.resolve(name));
  }

  /**
   * Changes when a file was made, replaced or deleted, and when one of these was edited by hand.
   */
  Instant changedAt(String... edited) {
    return Stream.concat(
            Stream.of(directory),
            Stream.of(edited).map(directory::resolve).filter(file -> Files.exists(file)))
        .map(KeyDirectory::modifiedAt)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Instant modifiedAt(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private void make(Path file, Supplier<String> content) throws IOException {
    Files.createDirectories(directory);
    underLock(
        () -> {
          if (!Files.exists(file)) {
            replace(file, content.get());
          }
        });
  }

  private interface Writing {
    void write() throws IOException;
  }

  private void underLock(Writing writing) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                directory.resolve("making"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      writing.write();
    }
  }

  private void replace(Path file, String content) throws IOException {
    Path draft = directory.resolve(file.getFileName() + ".draft");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
