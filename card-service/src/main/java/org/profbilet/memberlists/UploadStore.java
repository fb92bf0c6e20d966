package org.profbilet.memberlists;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.profbilet.memberlists.form.Naming;

/** Keeps sent files until their plan is applied, and remembers what a primary calls its columns. */
@Singleton
class UploadStore {

  private final UploadRepository repository;
  private final ObjectMapper json;
  private final Clock clock;

  UploadStore(UploadRepository repository, ObjectMapper json, Clock clock) {
    this.repository = repository;
    this.json = json;
    this.clock = clock;
  }

  /** A file and how its columns are to be understood. */
  record Upload(byte[] content, Naming naming) {

    String sha256() {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }

    boolean isNamedAs(Upload other) {
      return naming.equals(other.naming);
    }
  }

  void insert(UUID id, UUID primaryId, Upload upload) {
    String named = write(upload.naming().byName());
    repository.insert(id, primaryId, clock.instant(), upload.content(), upload.sha256(), named);
  }

  Optional<Upload> find(UUID id, UUID primaryId) {
    return repository
        .find(id, primaryId)
        .map(sent -> new Upload(content(sent), new Naming(read(sent.named()))));
  }

  /** Whether the key has brought another file before. */
  boolean isOther(UUID id, UUID primaryId, Upload upload) {
    return repository
        .findSha256(id, primaryId)
        .filter(sha -> !sha.equals(upload.sha256()))
        .isPresent();
  }

  int countSince(UUID primaryId, Instant since) {
    return repository.countSince(primaryId, since);
  }

  /** Every time it was sent, and however its columns were named. */
  void delete(UUID primaryId, String sha256) {
    repository.delete(primaryId, sha256);
  }

  Naming remembered(UUID primaryId) {
    return new Naming(
        repository.listRemembered(primaryId).stream()
            .collect(
                Collectors.toMap(
                    UploadRepository.Remembered::name, UploadRepository.Remembered::formColumn)));
  }

  /** Columns without a name of their own cannot be found again in another file. */
  void remember(UUID primaryId, Naming naming) {
    Map<String, String> named = naming.memorable().byName();
    if (!named.isEmpty()) {
      repository.remember(primaryId, write(named));
    }
  }

  private static byte[] content(UploadRepository.Sent sent) {
    return Base64.getMimeDecoder().decode(sent.content());
  }

  private Map<String, String> read(String named) {
    try {
      return Objects.requireNonNull(
          json.readValue(named, Argument.mapOf(String.class, String.class)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String write(Map<String, String> named) {
    try {
      return json.writeValueAsString(named);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
