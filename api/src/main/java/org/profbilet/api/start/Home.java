package org.profbilet.api.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The directory that outlives the process: keys, and the data of the embedded database. */
final class Home {

  private final Path directory;

  private Home(Path directory) {
    this.directory = directory;
  }

  /** {@code PROFBILET_HOME}, or {@code ~/.profbilet}. */
  static Home open(Map<String, String> settings) {
    String configured = settings.get("PROFBILET_HOME");
    Path directory =
        configured == null
            ? Path.of(System.getProperty("user.home"), ".profbilet")
            : Path.of(configured);
    return new Home(makePrivate(directory.toAbsolutePath()));
  }

  Path directory() {
    return directory;
  }

  /**
   * Two processes on one home directory would tear each other's database down.
   *
   * @return holds the lock until it is closed or the process ends, however it ends
   */
  FileChannel lock() throws IOException {
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (AccessDeniedException e) {
      throw notWritable(directory);
    }
    if (channel.tryLock() == null) {
      channel.close();
      throw new StartRefused(
          "Профбилет уже работает с каталогом %s. Остановите его или задайте другой PROFBILET_HOME."
              .formatted(directory));
    }
    return channel;
  }

  /** What the application needs of it. */
  Map<String, Object> properties() {
    return Map.of(
        "profbilet.keys.directory", keys().toString(),
        "micronaut.security.token.jwt.signatures.secret.generator.secret", secret("access-token"),
        "profbilet.accounts.key", secret("accounts"));
  }

  Path keys() {
    return makePrivate(directory.resolve("keys"));
  }

  Path tls() {
    return makePrivate(directory.resolve("tls"));
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
    } catch (IOException e) {
      throw notWritable(directory);
    }
    if (!Files.isWritable(directory)) {
      throw notWritable(directory);
    }
    return directory;
  }

  private static StartRefused notWritable(Path directory) {
    return new StartRefused(
        "Каталог %s недоступен для записи пользователю %s. Исправьте права или задайте другой PROFBILET_HOME."
            .formatted(directory, System.getProperty("user.name")));
  }
}
