package org.profbilet.credentials;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Files where no key store is named. */
@Factory
class KeySourceBean {

  @Singleton
  KeySource keySource(
      KeyDirectory directory,
      @Value("${profbilet.keys.store:}") String store,
      @Value("${profbilet.keys.store-password:}") String password) {
    return store.isBlank() ? new JwkFiles(directory) : JavaKeyStore.open(store, password);
  }
}
