using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Trying;

/// <summary>
/// What an agent would be answered once a draft were published: the same turn, over the published corpus with the draft laid over it.
/// Nothing is written, published or kept.
/// </summary>
/// <param name="catalogue">What is published.</param>
/// <param name="index">What is published.</param>
/// <param name="turnOver">Makes a turn over another catalogue and index.</param>
internal sealed class TryQuestion(ICatalogueReader catalogue, IIndexReader index, Func<ICatalogueReader, IIndexReader, Turn> turnOver)
{
    /// <param name="draft">The upload as it would be once published.</param>
    /// <param name="question">As typed.</param>
    /// <param name="date">As typed; empty: the date that the question names, else today.</param>
    /// <param name="language">The language chosen; null: the question's.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<TurnOutcome> AskAsync(InboxDraft draft, string question, string date, Language? language, CancellationToken cancellationToken)
    {
        var overlay = await DraftOverlay.ReadAsync(draft, catalogue, cancellationToken);
        var turn = turnOver(new OverlaidCatalogue(catalogue, overlay), new OverlaidIndex(index, catalogue, overlay));
        var outcome = await turn.AskAsync(new(question, date, language), cancellationToken);
        return outcome is TurnOutcome.Answered answered
            ? answered with { View = DraftSources.Mark(answered.View, draft.Revision.Id, Messages.In(answered.Language)) }
            : outcome;
    }
}
