using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace AgentHelpdesk.Benchmarks.Turns;

/// <summary>Answers at once with a sentence of each of the first passages shown, in words that hardly differ from theirs.</summary>
internal static partial class QuotingModel
{
    private const int Claims = 4;

    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Answer(IReadOnlyList<ChatMessage> messages)
    {
        var claims = Passage().Matches(messages[^1].Text).Take(Claims).Select((passage, i) => (Number: passage.Groups[1].Value, Quote: Sentence(passage.Groups[2].Value), Kind: i == 0 ? "rule" : "condition"));
        return JsonSerializer.Serialize(
            new
            {
                status = "answered",
                claims = claims.Select(claim => new
                {
                    kind = claim.Kind,
                    text = claim.Quote.Replace("est égale à", "est de", StringComparison.Ordinal).Replace("est fixé à", "est de", StringComparison.Ordinal),
                    quotes = new[] { new { passage = int.Parse(claim.Number, CultureInfo.InvariantCulture), quote = claim.Quote } },
                }),
                missing = new[] { "le montant pour un enfant" },
                followUps = new[] { "Quelles sont les conditions ?" },
            },
            Form);
    }

    private static string Sentence(string text) => End().Split(text.Trim()).OrderByDescending(sentence => sentence.Any(char.IsDigit)).ThenByDescending(sentence => sentence.Length is < 300 and > 20).First().Trim();

    [GeneratedRegex(@"<passage number=""(\d+)"">.*?\nText:\n(.*?)</passage>", RegexOptions.Singleline)]
    private static partial Regex Passage();

    [GeneratedRegex(@"(?<=[.;])\s+|\n")]
    private static partial Regex End();
}
