using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.Answering.Suggestions;

/// <summary>
/// Questions to begin with, made from the headings of published documents and offered only when asking them gives an answer from there.
/// Kept until the publication changes; nobody waits for them longer than a moment.
/// </summary>
public sealed class SuggestQuestions(
    AnswerQuestion answering, ICatalogueReader catalogue, QuestionReader reader, TimeProvider time, ILogger<SuggestQuestions> logger)
{
    private const int MostDocumentsKept = 200;

    /// <summary>Documents looked at for the corpus: enough to spread over, little enough for a large one.</summary>
    private const int MostDocumentsTried = 24;

    private static readonly TimeSpan DocumentBudget = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan CorpusBudget = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    private readonly DocumentSuggestions _documents = new(answering, catalogue, reader);
    private readonly ConcurrentDictionary<(long Publication, DocumentId Document), (int Count, ImmutableArray<string> Questions)> _ofDocuments = new();
    private readonly Lock _gate = new();
    private CorpusRound _round = new(-1, 0);

    /// <summary>At most <paramref name="count"/> questions that this document answers today; fewer, or none, when fewer were found in four seconds.</summary>
    public async Task<ImmutableArray<string>> OfDocumentAsync(DocumentId document, int count, CancellationToken cancellationToken)
    {
        var publication = await PublicationAsync(cancellationToken);
        if (_ofDocuments.TryGetValue((publication, document), out var known) && known.Count >= count)
            return [.. known.Questions.Take(count)];
        if (await catalogue.FindDocumentAsync(document, cancellationToken) is not { } found)
            return [];
        var questions = ImmutableArray.CreateBuilder<string>();
        using var budget = new CancellationTokenSource(DocumentBudget, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, budget.Token);
        try
        {
            await foreach (var question in _documents.FindAsync(found, linked.Token))
            {
                questions.Add(question);
                if (questions.Count == count)
                    break;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What was found in time is offered; a machine that was busy gets another chance.
            return questions.ToImmutable();
        }

        if (_ofDocuments.Count >= MostDocumentsKept)
            _ofDocuments.Clear();
        _ofDocuments[(publication, document)] = (count, questions.ToImmutable());
        return questions.ToImmutable();
    }

    /// <summary>
    /// Questions over all documents, and one that is refused; kept until the publication changes. They are looked for in the background,
    /// whether or not the caller goes on waiting; after some seconds what is ready is returned, the rest the next time.
    /// </summary>
    public async Task<SuggestedQuestions> OfCorpusAsync(int count, CancellationToken cancellationToken)
    {
        var round = Round(await PublicationAsync(cancellationToken), count);
        await Task.WhenAny(round.Done, Task.Delay(Wait, time, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        var ready = round.Ready;
        return ready with { Answerable = [.. ready.Answerable.Take(count)] };
    }

    /// <summary>Looks for them ahead of the first page, no longer than <paramref name="longest"/>.</summary>
    public async Task PrepareAsync(int count, TimeSpan longest, CancellationToken cancellationToken) =>
        await Task.WhenAny(Round(await PublicationAsync(cancellationToken), count).Done, Task.Delay(longest, time, cancellationToken));

    /// <summary>Questions made from headings alone, for an upload that is not published: nothing is checked.</summary>
    public static ImmutableArray<string> FromHeadings(IEnumerable<string> headings, int count)
    {
        var all = headings.ToImmutableArray();
        var subject = all.Select(Subject.Of).FirstOrDefault(found => found is not null);
        return [.. all.Select(heading => HeadingQuestion.Of(heading, subject)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(count)];
    }

    private async ValueTask<long> PublicationAsync(CancellationToken cancellationToken) =>
        (await catalogue.ReadStatisticsAsync([], cancellationToken)).Publication;

    private CorpusRound Round(long publication, int count)
    {
        lock (_gate)
        {
            if (_round.Publication == publication && _round.Count >= count)
                return _round;
            var round = new CorpusRound(publication, count);
            // Of its own: the page that happened to ask first may be closed before it is done.
            round.Done = Task.Run(() => FillAsync(round), CancellationToken.None);
            return _round = round;
        }
    }

    private async Task FillAsync(CorpusRound round)
    {
        try
        {
            using var budget = new CancellationTokenSource(CorpusBudget, time);
            if ((await catalogue.ReadDocumentsAsync(budget.Token)).IsEmpty)
                return;
            round.Ready = round.Ready with { Refused = await RefusedAsync(budget.Token) };
            foreach (var question in await SpreadAsync(round, budget.Token))
                round.Add(question);
        }
        catch (OperationCanceledException)
        {
            // Out of time: what is there is offered until the next publication.
        }
        catch (Exception exception)
        {
            Log.SuggestionsFailed(logger, exception);
        }
    }

    // One of each document, in force and newest first; a second one only where there are too few documents.
    private async Task<IEnumerable<string>> SpreadAsync(CorpusRound round, CancellationToken cancellationToken)
    {
        var spare = new List<string>();
        var today = reader.Today;
        var documents = (await catalogue.ReadDocumentsAsync(cancellationToken))
            .OrderByDescending(document => DocumentSuggestions.RankOf(document, today))
            .Take(MostDocumentsTried);
        foreach (var document in documents)
        {
            var found = await OfDocumentAsync(document.Id, 2, cancellationToken);
            if (found.Length > 0)
                round.Add(found[0]);
            spare.AddRange(found.Skip(1));
            if (round.Ready.Answerable.Length >= round.Count)
                break;
        }

        return spare.Take(Math.Max(0, round.Count - round.Ready.Answerable.Length));
    }

    private async Task<string?> RefusedAsync(CancellationToken cancellationToken)
    {
        foreach (var question in OutOfScopeQuestions.All)
        {
            if (await answering.AskAsync(new Question { Text = question, AllowsModel = false }, cancellationToken) is Answer.Abstention)
                return question;
        }

        return null;
    }

    private sealed class CorpusRound(long publication, int count)
    {
        public long Publication => publication;

        public int Count => count;

        public Task Done { get; set; } = Task.CompletedTask;

        public SuggestedQuestions Ready { get; set; } = SuggestedQuestions.None;

        public void Add(string question)
        {
            if (!Ready.Answerable.Contains(question, StringComparer.OrdinalIgnoreCase))
                Ready = Ready with { Answerable = Ready.Answerable.Add(question) };
        }
    }
}
