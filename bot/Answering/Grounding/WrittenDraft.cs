using System.Collections.Immutable;
using System.Text.Json;

namespace AgentHelpdesk.Answering.Grounding;

internal enum WrittenStatus
{
    Answered,
    Partial,

    /// <summary>The model says that the passages don't answer.</summary>
    Insufficient,
}

/// <summary>What a model answered, taken out of its form; not one word of it is checked or cleaned.</summary>
internal sealed record WrittenDraft
{
    // More than an answer may have; the rest of a huge one is not even read.
    private const int MostClaims = 24;
    private const int MostQuotes = 6;
    private const int MostPoints = 12;

    public required WrittenStatus Status { get; init; }

    public required ImmutableArray<WrittenClaim> Claims { get; init; }

    public ImmutableArray<string> Missing { get; init; } = [];

    public ImmutableArray<string> FollowUps { get; init; } = [];

    /// <param name="said">As it came.</param>
    /// <param name="failure">Why there is none: cut before its end, or no form that can be read.</param>
    /// <returns>Null with a failure. A cut answer is none: what it lacks may be the exception.</returns>
    public static WrittenDraft? Read(string said, out FallbackReason? failure)
    {
        failure = null;
        var objects = LenientJson.Objects(said, out var isCut);
        foreach (var element in objects)
        {
            if (Of(element) is { } draft)
                return draft;
        }

        failure = isCut && said.Contains("\"claims\"", StringComparison.Ordinal) ? FallbackReason.Cut : FallbackReason.Malformed;
        return null;
    }

    private static WrittenDraft? Of(JsonElement element)
    {
        var claims = LenientJson.Find(element, "claims", "affirmations");
        var status = LenientJson.Text(LenientJson.Find(element, "status", "statut")).Trim().ToLowerInvariant();
        var isKnown = status is "answered" or "partial" or "insufficient";
        if (claims is null && !isKnown)
        {
            // {"answer": {"status": …}}
            return element.EnumerateObject().Count() == 1 && element.EnumerateObject().First().Value is { ValueKind: JsonValueKind.Object } inner ? Of(inner) : null;
        }

        var written = LenientJson.Items(claims, MostClaims).Select(ClaimOf).Where(claim => claim.Text.Length > 0).ToImmutableArray();
        return new()
        {
            Status = status switch
            {
                "partial" => WrittenStatus.Partial,
                "insufficient" => WrittenStatus.Insufficient,
                "answered" => WrittenStatus.Answered,
                _ => written.IsEmpty ? WrittenStatus.Insufficient : WrittenStatus.Answered,
            },
            Claims = written,
            Missing = Points(LenientJson.Find(element, "missing", "manquant")),
            FollowUps = Points(LenientJson.Find(element, "followUps", "followUpQuestions", "questions")),
        };
    }

    private static ImmutableArray<string> Points(JsonElement? element) =>
        [.. LenientJson.Items(element, MostPoints).Select(point => LenientJson.Text(point)).Where(point => point.Length > 0)];

    private static WrittenClaim ClaimOf(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.String)
            return new(0, "", LenientJson.Text(element), []);
        var passage = LenientJson.Number(LenientJson.Find(element, "passage", "passages", "source"));
        var quotes = LenientJson.Items(LenientJson.Find(element, "quotes", "quote", "citations"), MostQuotes)
            .Select(quote => quote.ValueKind is JsonValueKind.Object
                ? new WrittenQuote(NumberOr(passage, LenientJson.Find(quote, "passage", "source")), LenientJson.Text(LenientJson.Find(quote, "quote", "text", "words")))
                : new WrittenQuote(passage, LenientJson.Text(quote)));
        return new(
            LenientJson.Number(LenientJson.Find(element, "number")),
            LenientJson.Text(LenientJson.Find(element, "kind", "type")),
            LenientJson.Text(LenientJson.Find(element, "text", "claim", "sentence")),
            [.. quotes.Where(quote => quote.Text.Length > 0)]);
    }

    private static int NumberOr(int otherwise, JsonElement? element) => LenientJson.Number(element) is var number and > 0 ? number : otherwise;
}

/// <summary>A claim as written.</summary>
/// <param name="Number">Of the claim it takes the place of; 0 in a first draft.</param>
/// <param name="Kind">In the model's words.</param>
/// <param name="Text">As it came.</param>
/// <param name="Quotes">As they came.</param>
internal sealed record WrittenClaim(int Number, string Kind, string Text, ImmutableArray<WrittenQuote> Quotes);

internal sealed record WrittenQuote(int Passage, string Text);
