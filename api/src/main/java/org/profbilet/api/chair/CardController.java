package org.profbilet.api.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.Right;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.cards.CardEnd;
import org.profbilet.cards.CardOutcome;
import org.profbilet.cards.EndCard;
import org.profbilet.cards.IssueCards;
import org.profbilet.cards.IssueSheets;
import org.profbilet.cards.ListCards;
import org.profbilet.cards.MakePaperCard;
import org.profbilet.cards.PrintIssueSheet;
import org.profbilet.cards.PrintPaperCard;
import org.profbilet.cards.ShowCard;
import org.profbilet.cards.UndoIssue;
import org.profbilet.contract.chair.CardApi;
import org.profbilet.contract.chair.CardEnding;
import org.profbilet.contract.chair.CardHistory;
import org.profbilet.contract.chair.CardIssue;
import org.profbilet.contract.chair.CardView;
import org.profbilet.contract.chair.CardsIssued;
import org.profbilet.contract.chair.ChosenCards;
import org.profbilet.contract.chair.ScannedIssue;
import org.profbilet.contract.chair.SheetCards;
import org.profbilet.contract.problem.ProblemType;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class CardController implements CardApi {

  private final Access access;
  private final ListCards listCards;
  private final ShowCard showCard;
  private final IssueCards issueCards;
  private final EndCard endCard;
  private final UndoIssue undoIssue;
  private final MakePaperCard makePaperCard;
  private final PrintPaperCard printPaperCard;
  private final IssueSheets issueSheets;
  private final PrintIssueSheet printIssueSheet;
  private final Caller caller;

  CardController(
      Access access,
      ListCards listCards,
      ShowCard showCard,
      IssueCards issueCards,
      EndCard endCard,
      UndoIssue undoIssue,
      MakePaperCard makePaperCard,
      PrintPaperCard printPaperCard,
      IssueSheets issueSheets,
      PrintIssueSheet printIssueSheet,
      Caller caller) {
    this.access = access;
    this.listCards = listCards;
    this.showCard = showCard;
    this.issueCards = issueCards;
    this.endCard = endCard;
    this.undoIssue = undoIssue;
    this.makePaperCard = makePaperCard;
    this.printPaperCard = printPaperCard;
    this.issueSheets = issueSheets;
    this.printIssueSheet = printIssueSheet;
    this.caller = caller;
  }

  @Override
  public List<CardView> list(UUID primaryId) {
    return listCards.list(acting(primaryId)).stream().map(CardWords::view).toList();
  }

  @Override
  public CardHistory show(UUID primaryId, UUID cardId) {
    org.profbilet.cards.CardHistory history = showCard.show(acting(primaryId), cardId);
    return new CardHistory(
        CardWords.view(history.card()), history.steps().stream().map(CardWords::step).toList());
  }

  @Override
  public CardsIssued issue(UUID primaryId, @Body @Valid CardIssue request) {
    CardOutcome outcome =
        issueCards.issue(
            acting(primaryId), Choice.of(request.mode(), request.cardIds()), request.issuedOn());
    return new CardsIssued(done(outcome).cardIds().size());
  }

  @Override
  public CardView reportLost(UUID primaryId, UUID cardId) {
    Acting acting = acting(primaryId);
    return one(acting, endCard.end(acting, cardId, CardEnd.LOST));
  }

  @Override
  public CardView issueScanned(UUID primaryId, @Body @Valid ScannedIssue request) {
    Acting acting = acting(primaryId);
    return one(acting, issueCards.issueScanned(acting, request.code(), request.issuedOn()));
  }

  @Override
  public CardsIssued undoIssue(UUID primaryId, @Body @Valid ChosenCards request) {
    CardOutcome outcome = undoIssue.undo(acting(primaryId), Set.copyOf(request.cardIds()));
    return new CardsIssued(done(outcome).cardIds().size());
  }

  @Override
  public CardView end(UUID primaryId, UUID cardId, @Body @Valid CardEnding request) {
    Acting acting = acting(primaryId);
    return one(acting, endCard.end(acting, cardId, CardEnd.valueOf(request.reason().name())));
  }

  @Override
  public CardView makePaper(UUID primaryId, UUID personId) {
    Acting acting = acting(primaryId);
    return one(acting, makePaperCard.make(acting, personId));
  }

  @Override
  public HttpResponse<byte[]> paper(UUID primaryId, UUID cardId) {
    return printPaperCard
        .print(acting(primaryId), cardId)
        .map(pdf -> PdfAnswer.of(pdf, "card.pdf"))
        .orElseThrow(() -> new Refusal(ProblemType.CARD_NOT_ON_PAPER));
  }

  @Override
  public SheetCards sheet(UUID primaryId, UUID sheetId) {
    return issueSheets
        .find(acting(primaryId), sheetId)
        .map(SheetCards::new)
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  @Override
  public HttpResponse<byte[]> issueSheet(UUID primaryId) {
    return printIssueSheet
        .print(acting(primaryId))
        .map(pdf -> PdfAnswer.of(pdf, "issue-sheet.pdf"))
        .orElseThrow(() -> new Refusal(ProblemType.CARD_NOTHING_TO_ISSUE));
  }

  private CardView one(Acting acting, CardOutcome outcome) {
    return CardWords.view(showCard.show(acting, done(outcome).cardIds().get(0)).card());
  }

  private static CardOutcome.Done done(CardOutcome outcome) {
    if (outcome instanceof CardOutcome.Refused refused) {
      throw new Refusal(CardWords.problem(refused.reason()));
    }
    return (CardOutcome.Done) outcome;
  }

  private Acting acting(UUID primaryId) {
    return access.allow(caller.accountId(), primaryId, Right.ORDER_CARDS);
  }
}
