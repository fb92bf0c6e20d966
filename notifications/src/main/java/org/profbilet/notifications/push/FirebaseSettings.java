package org.profbilet.notifications.push;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * @param credentials the file of the service account; without it Firebase is not used
 * @param endpoint a stand-in for Google's host, for demonstrations and specifications
 */
@ConfigurationProperties("profbilet.firebase")
record FirebaseSettings(@Nullable String credentials, @Nullable URI endpoint) {}
