package org.profbilet.notifications.keys;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a key from its file, or makes it once. Two processes that start together end with the same
 * key: the file appears whole or not at all, and who comes second reads it.
 */
@Singleton
public class KeyDirectory {

  private static final Logger LOG = LoggerFactory.getLogger(KeyDirectory.class);

  private final @Nullable Path directory;
  private final Map<String, byte[]> keys = new ConcurrentHashMap<>();

  KeyDirectory(@Nullable @Property(name = "profbilet.keys.directory") String directory) {
    this.directory = directory == null || directory.isBlank() ? null : Path.of(directory);
    if (this.directory == null) {
      LOG.warn("PROFBILET_KEYS is not set: links and push subscriptions end with this process");
    }
  }

  /** The bytes of that file; {@code fresh} is asked where there is none. */
  public byte[] read(String name, Supplier<byte[]> fresh) {
    return keys.computeIfAbsent(name, key -> load(key, fresh)).clone();
  }

  private byte[] load(String name, Supplier<byte[]> fresh) {
    if (directory == null) {
      return fresh.get();
    }
    try {
      Path file = directory.resolve(name);
      if (!Files.exists(file)) {
        make(file, fresh.get());
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path file, byte[] key) throws IOException {
    Files.createDirectories(file.getParent());
    Path draft =
        Files.createTempFile(
            file.getParent(),
            file.getFileName().toString(),
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.write(draft, key);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      LOG.info("{} was made by another process", file.getFileName());
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
