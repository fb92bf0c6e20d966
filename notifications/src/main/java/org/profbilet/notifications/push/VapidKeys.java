package org.profbilet.notifications.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.profbilet.notifications.keys.KeyDirectory;

/** The key pair by which push services know us (RFC 8292); pages subscribe with its public half. */
@Singleton
public class VapidKeys {

  private final VAPIDKeyPair pair;

  VapidKeys(KeyDirectory keys) {
    ByteBuffer stored = ByteBuffer.wrap(keys.read("web-push.key", VapidKeys::newPair));
    byte[] publicKey = new byte[stored.getShort()];
    stored.get(publicKey);
    byte[] privateKey = new byte[stored.remaining()];
    stored.get(privateKey);
    this.pair =
        VAPIDKeyPairs.of(
            PrivateKeySources.ofPKCS8Bytes(privateKey), PublicKeySources.ofX509Bytes(publicKey));
  }

  /** What a page passes as {@code applicationServerKey}. */
  public String publicKey() {
    return pair.extractPublicKeyInUncompressedFormAsString();
  }

  VAPIDKeyPair pair() {
    return pair;
  }

  /** Length and bytes of the public key (X.509), then the private key (PKCS #8), in one file. */
  private static byte[] newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      byte[] publicKey = pair.getPublic().getEncoded();
      byte[] privateKey = pair.getPrivate().getEncoded();
      return ByteBuffer.allocate(2 + publicKey.length + privateKey.length)
          .putShort((short) publicKey.length)
          .put(publicKey)
          .put(privateKey)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
