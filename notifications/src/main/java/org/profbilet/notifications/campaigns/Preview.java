package org.profbilet.notifications.campaigns;

import java.util.List;
import java.util.Map;
import org.profbilet.consents.Channel;

/**
 * What sending would do, in counts.
 *
 * @param audience how many people find it in their page
 * @param told how many of them are told by a channel too
 * @param ways one for every channel that was chosen, in the order in which they are tried
 * @param sms what the SMS would come to
 */
public record Preview(int audience, int told, List<Way> ways, Sms sms) {

  public Preview {
    ways = List.copyOf(ways);
  }

  /**
   * @param reached whom it could reach
   * @param first for whom it is the first that is tried
   * @param leftOut everybody else, by the reason
   */
  public record Way(Channel channel, int reached, int first, Map<String, Integer> leftOut) {
    public Way {
      leftOut = Map.copyOf(leftOut);
    }
  }

  /**
   * @param parts of one message
   * @param kopecks of one part; 0 where nobody told the price
   * @param expected cost, if every push and every letter arrives
   * @param most cost, if none does
   */
  public record Sms(int parts, long kopecks, long expected, long most) {}
}
