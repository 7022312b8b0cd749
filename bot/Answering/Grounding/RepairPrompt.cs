using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Goes on with the conversation in which the draft was written: the draft as it was read, then what failed of it and why.</summary>
internal static class RepairPrompt
{
    public const string Name = "repair-1";

    private const int LongestDetail = 120;

    // French stays readable, and short, for a model.
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="asked">What led to the draft.</param>
    /// <param name="draft">The draft; its claims are numbered from 1.</param>
    /// <param name="flawed">Numbers of the claims to repair, with what is wrong.</param>
    /// <param name="language">Of the answer.</param>
    public static ImmutableArray<ChatMessage> Of(
        ImmutableArray<ChatMessage> asked, AnswerDraft draft, IEnumerable<(int Number, RejectedClaim Rejected)> flawed, string language)
    {
        var flaws = flawed.ToArray();
        var lines = flaws.Select(flaw => $"claim {flaw.Number.ToString(CultureInfo.InvariantCulture)}: {flaw.Rejected.Flaw}{Detail(flaw.Rejected.Detail)}");
        var text = PromptText.Of(Name, language).Replace("{{flaws}}", string.Join('\n', lines), StringComparison.Ordinal);
        var named = flaws.Select(flaw => $"- {flaw.Rejected.Flaw}:").ToHashSet(StringComparer.Ordinal);
        // Only the reasons that occur are explained: a small context has no room for the others.
        var kept = text.Split('\n').Where(line => !line.StartsWith("- ", StringComparison.Ordinal) || named.Any(name => line.StartsWith(name, StringComparison.Ordinal)));
        return [.. asked, new(ChatRole.Assistant, Written(draft)), new(ChatRole.User, string.Join('\n', kept))];
    }

    private static string Detail(string detail) => detail.Length == 0 ? "" : $" ({Fence.Line(detail, LongestDetail)})";

    private static string Written(AnswerDraft draft) => JsonSerializer.Serialize(
        new
        {
            Claims = draft.Claims.Select((claim, i) => new
            {
                Number = i + 1,
                Kind = claim.Kind.ToString().ToLowerInvariant(),
                Text = Fence.Text(claim.Text),
                Quotes = claim.Quotes.Select(quote => new { Passage = quote.PassageRank, Quote = Fence.Text(quote.Text) }),
            }),
        },
        Form);
}
