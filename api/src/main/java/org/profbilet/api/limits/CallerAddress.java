package org.profbilet.api.limits;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Where a request comes from. {@code X-Forwarded-For} is believed only from the proxies of {@code
 * PROFBILET_TRUSTED_PROXIES} (addresses with commas between them; none by default), and of it only
 * what they wrote: the last entry that is no proxy of ours.
 */
@Singleton
class CallerAddress {

  private static final int NETWORK = 8;

  private final Set<String> proxies;

  CallerAddress(@Value("${profbilet.trusted-proxies:}") Set<String> proxies) {
    this.proxies = Set.copyOf(proxies);
  }

  /** The address; of IPv6 the network of 64 bits, for every caller has billions of addresses. */
  String of(HttpRequest<?> request) {
    InetAddress peer = request.getRemoteAddress().getAddress();
    if (!proxies.contains(peer.getHostAddress())) {
      return network(peer);
    }
    List<String> way =
        request.getHeaders().getAll("X-Forwarded-For").stream()
            .flatMap(header -> Arrays.stream(header.split(",")))
            .map(String::strip)
            .filter(address -> !proxies.contains(address))
            .toList();
    return way.isEmpty() ? network(peer) : network(way.get(way.size() - 1));
  }

  private static String network(String written) {
    // a name would be looked up; an address with colons never is
    if (!written.matches("[0-9a-fA-F:.]+") || written.indexOf(':') < 0) {
      return written;
    }
    try {
      return network(InetAddress.getByName(written));
    } catch (UnknownHostException noAddress) {
      return written;
    }
  }

  private static String network(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK)
        : address.getHostAddress();
  }
}
