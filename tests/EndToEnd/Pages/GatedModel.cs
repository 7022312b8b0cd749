using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgentHelpdesk.ModelDoubles;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>
/// A chat model on this machine that knows one question of the samples and writes only while its gate is open: two faithful claims, one with an
/// amount that stands nowhere, an open point and a question that goes on. Of all else it says that the passages don't answer.
/// </summary>
internal sealed partial class GatedModel : IAsyncDisposable
{
    public const string Rule = "Le délai de carence est de trois jours pour chaque épisode.";
    public const string FollowUp = "Quel est le montant du supplément pour enfant à charge ?";
    public const string Missing = "le nombre d’épisodes déjà indemnisés";

    private const string Invented = "L'aide est alors de 1 200 € à chaque épisode.";
    private const string RuleWords = "un délai de carence de trois jours s'applique à chaque épisode";
    private const string ExceptionWords = "le délai de carence n'est pas appliqué lorsque deux épisodes sont séparés de moins de dix jours";

    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ManualResetEventSlim _gate = new(true);
    private ModelServerDouble? _server;

    public string Endpoint => _server?.Endpoint ?? throw new InvalidOperationException("The model is not started.");

    public static async Task<GatedModel> StartAsync()
    {
        var model = new GatedModel();
        model._server = await ModelServerDouble.StartAsync(model.Say);
        return model;
    }

    public void Close() => _gate.Reset();

    public void Open() => _gate.Set();

    public async ValueTask DisposeAsync()
    {
        Open();
        if (_server is not null)
            await _server.DisposeAsync();
        _gate.Dispose();
    }

    private string Say(JsonElement request)
    {
        _gate.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        var prompt = string.Concat(request.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").ToString())).Replace('’', '\'');
        // Asked to mend what it invented, it has nothing better to say.
        if (prompt.Contains(Invented, StringComparison.Ordinal))
            return """{"claims":[]}""";
        return prompt.Contains(ChatMoves.Question, StringComparison.Ordinal) && PassageWith(RuleWords, prompt) is { } passage
            ? JsonSerializer.Serialize(
                new
                {
                    status = "answered",
                    claims = new[]
                    {
                        Claim("rule", Rule, passage, RuleWords),
                        Claim("exception", "Le délai de carence n'est pas appliqué lorsque deux épisodes sont séparés de moins de dix jours.", passage, ExceptionWords),
                        Claim("condition", Invented, passage, RuleWords),
                    },
                    missing = new[] { Missing },
                    followUps = new[] { FollowUp },
                },
                Form)
            : """{"status":"insufficient","claims":[],"missing":[],"followUps":[]}""";
    }

    private static object Claim(string kind, string text, int passage, string quote) =>
        new { kind, text, passage, quote, quotes = new[] { new { passage, quote } } };

    // As the prompt numbers it, whatever else stands in the tag.
    private static int? PassageWith(string words, string prompt)
    {
        var at = prompt.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? null : Number().Matches(prompt[..at]) is [.., var last] ? int.Parse(last.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"<passage[^>]*?(\d+)")]
    private static partial Regex Number();
}
