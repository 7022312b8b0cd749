using System.Collections.Immutable;
using AgentHelpdesk.Answering.Suggestions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>What the bot knows and what one might ask it. Read once a publication: the page must not wait for a thousand titles.</summary>
internal sealed class Welcome(ICatalogueReader catalogue, SuggestQuestions suggestions, IHostApplicationLifetime lifetime)
{
    /// <summary>Of six suggestions one is refused, to be seen once before it matters.</summary>
    public const int Answerable = 5;

    private const int MostTitles = 6;

    // Longer than what is at hand takes, far shorter than a person notices.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private (long Publication, ImmutableArray<KnownTitle> Titles)? _known;

    public async Task<WelcomeView> ReadAsync(CatalogueState state, CancellationToken cancellationToken)
    {
        if (_known is not { } known || known.Publication != state.Publication)
        {
            var documents = await catalogue.ReadDocumentsAsync(cancellationToken);
            known = (state.Publication, [.. documents.Where(Answers).Take(MostTitles).Select(document => new KnownTitle(document.Id, document.Revisions[0].Description.Title))]);
            _known = known;
        }

        return new()
        {
            Documents = state.Documents,
            OnlySamples = state is { OnlySamples: true, Documents: > 0 },
            Titles = known.Titles,
            Questions = await AtHandAsync(cancellationToken),
        };
    }

    /// <summary>Waits for as long as it takes to try them.</summary>
    public Task<SuggestedQuestions> SuggestAsync(CancellationToken cancellationToken) => suggestions.OfCorpusAsync(Answerable, cancellationToken);

    private static bool Answers(CatalogueDocument document) => document.Revisions.Any(revision => revision.Status == RevisionStatus.Published);

    private async Task<SuggestedQuestions?> AtHandAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Goes on after this page: the next one, or its script, finds them made.
            var ready = await SuggestAsync(lifetime.ApplicationStopping).WaitAsync(Patience, cancellationToken);
            return ready.Answerable.IsEmpty && ready.Refused is null ? null : ready;
        }
        catch (Exception exception) when (exception is TimeoutException or StoreUnavailableException or DataFolderException)
        {
            return null;
        }
    }
}
