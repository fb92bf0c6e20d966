package org.profbilet.notifications.push;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The service account, with limits on its own calls (the library has none). Its access token is
 * fetched before any consent is locked; because scoping makes no copy of this object, the SDK uses
 * that very token.
 */
final class PreparedCredentials extends GoogleCredentials {

  private static final long serialVersionUID = 1L;
  private static final List<String> SCOPES =
      List.of("https://www.googleapis.com/auth/firebase.messaging");
  private static final int MILLIS = 4_000;

  private final ServiceAccountCredentials account;

  private PreparedCredentials(ServiceAccountCredentials account) {
    this.account = account;
  }

  static PreparedCredentials read(Path file) throws IOException {
    NetHttpTransport limited =
        new NetHttpTransport.Builder().setConnectionFactory(PreparedCredentials::open).build();
    try (InputStream json = Files.newInputStream(file)) {
      ServiceAccountCredentials account = ServiceAccountCredentials.fromStream(json, () -> limited);
      return new PreparedCredentials((ServiceAccountCredentials) account.createScoped(SCOPES));
    }
  }

  String project() {
    return account.getProjectId();
  }

  @Override
  public AccessToken refreshAccessToken() throws IOException {
    return account.refreshAccessToken();
  }

  private static HttpURLConnection open(URL url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setConnectTimeout(MILLIS);
    connection.setReadTimeout(MILLIS);
    return connection;
  }
}
