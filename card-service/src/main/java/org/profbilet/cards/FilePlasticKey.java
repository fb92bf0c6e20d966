package org.profbilet.cards;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Keeps the key in a file beside the other keys; made at its first use, readable by its owner. */
@Singleton
@Requires(property = "profbilet.keys.directory", pattern = ".+")
class FilePlasticKey implements PlasticKey {

  private static final int LENGTH = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;
  private @Nullable SecretKey key;

  FilePlasticKey(@Value("${profbilet.keys.directory}") String directory) {
    this.file = Path.of(directory, "plastic.key");
  }

  @Override
  public synchronized SecretKey secret() {
    SecretKey known = key;
    if (known == null) {
      known = new SecretKeySpec(readOrMake(), "HmacSHA256");
      key = known;
    }
    return known;
  }

  private byte[] readOrMake() {
    try {
      if (!Files.exists(file)) {
        make();
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length != LENGTH) {
        throw new IllegalStateException("plastic.key has not 32 bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("plastic.key can be neither read nor made", e);
    }
  }

  /** Whole or not at all: written beside and linked into its place, where the first one wins. */
  private void make() throws IOException {
    Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh =
        Files.createTempFile(
            directory, "plastic", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try {
      byte[] bytes = new byte[LENGTH];
      new SecureRandom().nextBytes(bytes);
      Files.write(fresh, bytes);
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // another process of this installation was first, and its key is the key
      return;
    } finally {
      Files.delete(fresh);
    }
  }
}
