package org.profbilet.credentials;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.profbilet.access.RowScope;
import org.profbilet.contract.credential.CheckStep;
import org.profbilet.contract.credential.CredentialKind;
import org.profbilet.contract.credential.CredentialVerifier;
import org.profbilet.contract.credential.DoorExpectation;
import org.profbilet.contract.credential.PlasticCode;
import org.profbilet.contract.credential.StatusReference;
import org.profbilet.contract.credential.Verification;
import org.profbilet.contract.credential.Verification.Refused;
import org.profbilet.contract.credential.Verification.Verified;

/**
 * Tells a stranger, a shop or a museum, whether a shown code is a member's, with her initials and
 * nothing else. Only what cannot be made up is a question: a fresh signature of a phone, the secret
 * of a plastic copy or of a pass in a wallet. Whatever else was wrong, the answer is the same.
 */
@Singleton
public class CheckShownCode {

  private static final DoorExpectation COUNTER =
      new DoorExpectation(Set.of(CredentialKind.values()), 0, Set.of());

  private static final Pattern WALLET =
      Pattern.compile("https?://[a-z0-9.:-]{1,20}/w#[a-z2-7]{26}", Pattern.CASE_INSENSITIVE);

  private final RowScope rowScope;
  private final HolderRepository holders;
  private final PlasticCodes plasticCodes;
  private final Seal seal;
  private final CredentialVerifier verifier;
  private final Clock clock;

  CheckShownCode(
      RowScope rowScope,
      HolderRepository holders,
      PlasticCodes plasticCodes,
      Seal seal,
      ServerTrust trust,
      Clock clock) {
    this.rowScope = rowScope;
    this.holders = holders;
    this.plasticCodes = plasticCodes;
    this.seal = seal;
    this.verifier = new CredentialVerifier(trust);
    this.clock = clock;
  }

  /**
   * @param text of a QR, on a phone, on plastic or in a wallet
   */
  @Transactional
  public CodeCheck check(String text) {
    Optional<PlasticCode> plastic = plastic(text);
    if (plastic.isPresent()) {
      return ofPlastic(plastic.get());
    }
    return WALLET.matcher(text).matches() ? ofWallet(text) : ofPhone(text);
  }

  private CodeCheck ofPhone(String text) {
    Verification verification = verifier.verify(text, COUNTER, clock.instant());
    if (verification instanceof Refused refused) {
      return refused.step() == CheckStep.PROOF_TIME ? CodeCheck.STALE : CodeCheck.NOT_VALID;
    }
    StatusReference status = ((Verified) verification).claims().status();
    return ofBearer(holders.findBearer(status.list(), status.index()));
  }

  /** A pass is no proof that its phone is here: initials and a document are. */
  private CodeCheck ofWallet(String text) {
    return ofBearer(
        holders.findWalletBearer(seal.text("wallet code hash", text.toUpperCase(Locale.ROOT))));
  }

  private CodeCheck ofPlastic(PlasticCode code) {
    return plasticCodes.isGenuine(code)
        ? ofBearer(holders.findPlasticBearer(code.ticket().value(), code.serial().value()))
        : CodeCheck.NOT_VALID;
  }

  private CodeCheck ofBearer(Optional<UUID> person) {
    return person
        .flatMap(this::find)
        .filter(holder -> NotEligible.of(holder).isEmpty())
        .map(holder -> holder.onTicket().initials().value())
        .map(initials -> new CodeCheck(CodeCheck.Outcome.VALID, initials))
        .orElse(CodeCheck.NOT_VALID);
  }

  private Optional<Holder> find(UUID personId) {
    rowScope.person(personId);
    return holders.findById(personId, Days.today(clock));
  }

  private static Optional<PlasticCode> plastic(String text) {
    try {
      return Optional.of(PlasticCode.parse(text));
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }
}
