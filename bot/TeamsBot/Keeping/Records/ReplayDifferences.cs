using System.Collections.Immutable;
using System.Globalization;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Keeping.Records;

/// <summary>What came out otherwise when a recorded turn was run again.</summary>
internal sealed record ReplayDifferences
{
    /// <summary>Status, writer, prompt and so on, whose value is another one.</summary>
    public required ImmutableArray<ChangedValue> Changed { get; init; }

    public required Difference<RecordedPassage> Passages { get; init; }

    /// <summary>The same passage at another rank.</summary>
    public required ImmutableArray<MovedPassage> Moved { get; init; }

    /// <summary>What was shown; not compared when the words were erased.</summary>
    public required Difference<string> Claims { get; init; }

    public required Difference<RecordedCitation> Citations { get; init; }

    /// <summary>Claims as they were checked, with their verdicts; not compared when the words were erased.</summary>
    public required Difference<RecordedCheck> Verdicts { get; init; }

    public bool IsNone => Changed.IsEmpty && Passages.IsNone && Moved.IsEmpty && Claims.IsNone && Citations.IsNone && Verdicts.IsNone;

    public static ReplayDifferences Between(TurnRecord before, TurnRecord now)
    {
        var comparesWords = !before.WordsErased;
        return new()
        {
            Changed = [.. Values(before, before).Zip(Values(now, before), (one, other) => new ChangedValue(one.What, one.Value, other.Value)).Where(value => value.Before != value.Now)],
            Passages = Difference<RecordedPassage>.Between(before.Passages, now.Passages, PlaceOf),
            Moved = [.. before.Passages.Join(now.Passages, PlaceOf, PlaceOf, (one, other) => new MovedPassage(other, one.Rank)).Where(moved => moved.From != moved.Passage.Rank)],
            Claims = comparesWords ? Difference<string>.Between(before.Claims.Select(claim => claim.Text), now.Claims.Select(claim => claim.Text), text => text) : Difference<string>.None,
            Citations = Difference<RecordedCitation>.Between(before.Citations, now.Citations, citation => PlaceOf(citation, comparesWords)),
            Verdicts = comparesWords
                ? Difference<RecordedCheck>.Between(before.Checks, now.Checks, check => $"{check.Draft} {check.Writer} {check.Flaw} {check.Text}")
                : Difference<RecordedCheck>.None,
        };
    }

    private static IEnumerable<(string What, string Value)> Values(TurnRecord record, TurnRecord before) =>
    [
        ("status", record.Status),
        ("reason", Code(record.Reason)),
        ("writer", Code(record.Writer)),
        ("fallback", Code(record.Fallback)),
        ("prompt", string.Join(", ", record.Calls.Select(call => call.Prompt).Distinct())),
        ("model", string.Join(", ", record.Calls.Select(call => call.Model).Distinct())),
        // A record from before it was noted tells nothing of it.
        ("denseLeg", before.DenseLeg is null ? "" : Code(record.DenseLeg)),
        ("concernsPerson", record.ConcernsPerson ? "true" : "false"),
        ("person", before.Person is null ? "" : Code(record.Person)),
        ("documentsSearched", record.DocumentsSearched.ToString(CultureInfo.InvariantCulture)),
        ("terms", string.Join(", ", record.Terms)),
    ];

    private static string Code<T>(T? value) where T : struct, Enum => value is { } known ? AnswerJson.Kebab(known) : "";

    private static string PlaceOf(RecordedPassage passage) => $"{passage.Revision} {passage.Chunk}";

    private static string PlaceOf(RecordedCitation citation, bool comparesWords) =>
        $"{citation.Revision} {string.Join('-', citation.Pages)} {(comparesWords ? citation.Quote : "")}";
}

/// <param name="What">The name of the value in the record.</param>
/// <param name="Before">As recorded; empty: none.</param>
/// <param name="Now">As it came out.</param>
internal sealed record ChangedValue(string What, string Before, string Now);

/// <param name="Passage">As it is now.</param>
/// <param name="From">The rank it had.</param>
internal sealed record MovedPassage(RecordedPassage Passage, int From);

/// <param name="Gained">Only now.</param>
/// <param name="Lost">Only then.</param>
internal sealed record Difference<T>(ImmutableArray<T> Gained, ImmutableArray<T> Lost)
{
    public static readonly Difference<T> None = new([], []);

    public bool IsNone => Gained.IsEmpty && Lost.IsEmpty;

    public static Difference<T> Between(IEnumerable<T> before, IEnumerable<T> now, Func<T, string> key)
    {
        ImmutableArray<T> then = [.. before];
        ImmutableArray<T> today = [.. now];
        return new([.. today.ExceptBy(then.Select(key), key)], [.. then.ExceptBy(today.Select(key), key)]);
    }
}
