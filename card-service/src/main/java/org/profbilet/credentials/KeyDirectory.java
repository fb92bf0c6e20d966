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
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Files that only the owner of the process reads. A file is made once: under a lock, written aside
 * and then renamed, so that a crash never leaves half a key.
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

  private void make(Path file, Supplier<String> content) throws IOException {
    Files.createDirectories(directory);
    try (FileChannel channel =
            FileChannel.open(
                directory.resolve("making"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (Files.exists(file)) {
        return;
      }
      Path draft = directory.resolve(file.getFileName() + ".draft");
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, content.get());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
