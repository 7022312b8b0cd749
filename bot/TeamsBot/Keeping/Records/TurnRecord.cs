using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions.Persons;
using AgentHelpdesk.Answering.Retrieval;

namespace AgentHelpdesk.TeamsBot.Keeping.Records;

/// <summary>
/// What became of one question and why, as a document of its own: to be explained, run again and handed to an audit (docs/operations.md). It holds the masked
/// question and no person, conversation or moment.
/// </summary>
internal sealed record TurnRecord
{
    /// <summary>Of the document's form; a program reads those up to its own.</summary>
    public const int Newest = 1;

    public int Version { get; init; } = Newest;

    public required string Turn { get; init; }

    /// <summary>In the installation's time zone.</summary>
    public required DateOnly Day { get; init; }

    public required string Question { get; init; }

    /// <summary>A follow-up as it was rewritten; null: the question stood by itself.</summary>
    public string? UnderstoodAs { get; init; }

    public required string Language { get; init; }

    /// <summary>First and last day asked about.</summary>
    public required ImmutableArray<DateOnly> AsOf { get; init; }

    /// <summary>False: <see cref="AsOf"/> is the day itself.</summary>
    public required bool NamesDate { get; init; }

    public required ImmutableArray<string> Audiences { get; init; }

    public required ImmutableArray<string> Kinds { get; init; }

    public required long Publication { get; init; }

    public required int DocumentsSearched { get; init; }

    public required ImmutableArray<string> Terms { get; init; }

    public required double Evidence { get; init; }

    /// <summary>Whether it was searched by meaning too; null: not recorded, by an older program.</summary>
    public DenseLeg? DenseLeg { get; init; }

    public required bool ConcernsPerson { get; init; }

    /// <summary>Why the question is taken so, or not; null: not recorded, by an older program.</summary>
    public PersonReason? Person { get; init; }

    /// <summary>"grounded" or "abstention".</summary>
    public required string Status { get; init; }

    /// <summary>Of an abstention.</summary>
    public AbstentionReason? Reason { get; init; }

    public ImmutableArray<string> MissingReferences { get; init; } = [];

    public required ImmutableArray<RecordedPassage> Passages { get; init; }

    /// <summary>Null: nothing was written.</summary>
    public WriterKind? Writer { get; init; }

    public FallbackReason? Fallback { get; init; }

    /// <summary>The words were taken from an earlier turn, whose calls and checks these are.</summary>
    public bool IsCached { get; init; }

    public ImmutableArray<RecordedCall> Calls { get; init; } = [];

    /// <summary>Each claim as written, with its verdict.</summary>
    public ImmutableArray<RecordedCheck> Checks { get; init; } = [];

    /// <summary>What was shown.</summary>
    public ImmutableArray<RecordedClaim> Claims { get; init; } = [];

    public ImmutableArray<RecordedCitation> Citations { get; init; } = [];

    public string FirstLine { get; init; } = "";

    public ImmutableArray<SourceConflict> Conflicts { get; init; } = [];

    public ImmutableArray<string> Missing { get; init; } = [];

    public ImmutableArray<string> FollowUpQuestions { get; init; } = [];

    public required double RetrievalMilliseconds { get; init; }

    public required double WritingMilliseconds { get; init; }

    /// <summary>A document that it quotes was purged since: what was written is gone.</summary>
    public bool WordsErased { get; init; }

    /// <summary>Without anything that may be a document's words: question, places, scores, verdicts and figures stay.</summary>
    public TurnRecord WithoutWords() => this with
    {
        WordsErased = true,
        FirstLine = "",
        Missing = [],
        FollowUpQuestions = [],
        Calls = [.. Calls.Select(call => call with { Said = "" })],
        Checks = [.. Checks.Select(check => check with { Text = "", Detail = "", Quotes = [.. check.Quotes.Select(quote => quote with { Text = "" })] })],
        Claims = [.. Claims.Select(claim => claim with { Text = "", Table = null })],
        Citations = [.. Citations.Select(citation => citation with { Quote = "" })],
    };
}

/// <param name="Rank">From 1.</param>
/// <param name="Document">Its identity.</param>
/// <param name="Revision">Of the document.</param>
/// <param name="Chunk">Its position in the revision.</param>
/// <param name="Article">As printed; null outside articles.</param>
/// <param name="Words">Page, first word and count of each stretch of words.</param>
/// <param name="Score">That the ranking is sorted by.</param>
/// <param name="Sparse">Null: the leg did not return it.</param>
/// <param name="Dense">Null: the leg did not return it, or there is none.</param>
internal sealed record RecordedPassage(
    int Rank, string Document, string Revision, int Chunk, string? Article, ImmutableArray<ImmutableArray<int>> Words, double Score, float? Sparse, float? Dense);

/// <summary>One call of the model.</summary>
internal sealed record RecordedCall
{
    public required ModelCallPurpose Purpose { get; init; }

    /// <summary>The prompt's name and version.</summary>
    public required string Prompt { get; init; }

    public required string Model { get; init; }

    public required long InputTokens { get; init; }

    public required long OutputTokens { get; init; }

    /// <summary>The server told no tokens: they were estimated from the characters.</summary>
    public bool IsEstimated { get; init; }

    public required decimal Cost { get; init; }

    public required double FirstWordsMilliseconds { get; init; }

    public required double Milliseconds { get; init; }

    public FallbackReason? Failure { get; init; }

    /// <summary>As it came, cut after <see cref="MostSaid"/> characters.</summary>
    public required string Said { get; init; }

    public const int MostSaid = 20_000;
}

internal sealed record RecordedCheck(int Draft, WriterKind Writer, ClaimKind Kind, string Text, ImmutableArray<RecordedQuote> Quotes, ClaimFlaw? Flaw, string Detail);

internal sealed record RecordedQuote(int Passage, string Text);

internal sealed record RecordedClaim(ClaimKind Kind, string Text, ImmutableArray<int> Citations, CitedTable? Table);

/// <param name="Number">As shown.</param>
/// <param name="Passage">The rank of its passage.</param>
/// <param name="Document">Its identity.</param>
/// <param name="Revision">Of the document.</param>
/// <param name="Pages">First and last page.</param>
/// <param name="Quote">The words relied on.</param>
internal sealed record RecordedCitation(int Number, int Passage, string Document, string Revision, ImmutableArray<int> Pages, string Quote);
