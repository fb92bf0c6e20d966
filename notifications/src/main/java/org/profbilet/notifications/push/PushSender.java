package org.profbilet.notifications.push;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.profbilet.consents.Channel;
import org.profbilet.consents.ConsentedAddress;
import org.profbilet.notifications.channels.HandOver;
import org.profbilet.notifications.channels.Message;
import org.profbilet.notifications.channels.Readiness;
import org.profbilet.notifications.channels.Sender;

/** Push to whatever a member registered: Firebase for the apps, Web Push for the page. */
@Singleton
class PushSender implements Sender {

  private static final int WIDTH = 4;

  private final List<PushService> services;

  PushSender(List<PushService> services) {
    this.services = List.copyOf(services);
  }

  @Override
  public Channel channel() {
    return Channel.PUSH;
  }

  @Override
  public String provider(ConsentedAddress address) {
    return serviceOf(address).map(PushService::provider).orElse("NONE");
  }

  @Override
  public int width() {
    return WIDTH;
  }

  /** One open way is enough to go on; a device behind a closed one is tried again later. */
  @Override
  public Readiness prepare() {
    List<Readiness> all = services.stream().map(PushService::prepare).toList();
    return all.stream()
        .filter(Readiness.Ready.class::isInstance)
        .findFirst()
        .orElseGet(() -> all.isEmpty() ? new Readiness.Paused("NO_SERVICE") : all.get(0));
  }

  @Override
  public HandOver handOver(Message message, ConsentedAddress address) {
    Optional<PushService> service = serviceOf(address);
    if (service.isEmpty()) {
      return new HandOver.Dead("NO_SERVICE");
    }
    if (service.get().prepare() instanceof Readiness.Paused paused) {
      return new HandOver.RetryAt(null, paused.reason());
    }
    return service.get().handOver(message, address);
  }

  private Optional<PushService> serviceOf(ConsentedAddress address) {
    return services.stream().filter(service -> service.serves(address)).findFirst();
  }
}
