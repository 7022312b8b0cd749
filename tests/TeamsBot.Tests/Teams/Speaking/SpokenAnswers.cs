using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Teams.Speaking;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.TeamsBot.Tests.Teams.Speaking;

/// <summary>Answers as messages, with a public address and a clock that stands.</summary>
internal sealed partial class SpokenAnswers : IDisposable
{
    private static readonly JsonSerializerOptions Legible = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TempFolder _folder = new();

    public SpokenAnswers(string publicUrl = "https://helpdesk.example.test")
    {
        var options = Options.Create(new BotOptions { PublicUrl = publicUrl });
        Links = new(options, new(new(_folder.Path), options, new FakeTimeProvider(new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero))));
    }

    public PublicLinks Links { get; }

    public Activity Of(Answer.Grounded answer, Language? language = null) => new AnswerMessage(Links).Of(View(answer, language));

    public Activity Of(Answer.Abstention answer, ImmutableArray<string> questions, bool isPersonal = true, Language? language = null) =>
        new AbstentionMessage(Links).Of((AnswerView.Abstention)AnswerViewBuilder.Build(answer, language ?? Language.French), questions, isPersonal);

    public static AnswerView.Grounded View(Answer.Grounded answer, Language? language = null) => (AnswerView.Grounded)AnswerViewBuilder.Build(answer, language ?? Language.French);

    /// <summary>As it is sent, legible; seals are another key's every time, so they are left out.</summary>
    public static string Sent(Activity message) => Seal().Replace(JsonNode.Parse(Wire(message))!.ToJsonString(Legible), "sceau=…") + "\n";

    public static string Wire(Activity message) => JsonSerializer.Serialize(message, ActivityJson.Wire.Activity);

    public static JsonNode Card(Activity message) => JsonNode.Parse(message.Attachments!.Value.Single().Content!.Value.GetRawText())!;

    /// <summary>A rule with so many conditions, an exception, a procedure.</summary>
    public static Answer.Grounded WithConditions(int count, params ImmutableArray<Claim> further) => SomeAnswers.Grounded(
        [
            SomeAnswers.Claim("L'indemnité de tempête est de 45 euros par jour."),
            SomeAnswers.Claim($"L'indemnité est due si :\n{string.Join('\n', Enumerable.Range(1, count).Select(n => $"{n}° la condition numéro {n} est remplie ;"))}", ClaimKind.Condition, 2),
            .. further,
        ],
        SomeAnswers.Passage("L'indemnité de tempête est de 45 euros par jour.", "Circulaire sur l'indemnité de tempête", isSample: true),
        SomeAnswers.Passage("L'indemnité est due si :", "Code des marins", ValidityPeriod.Open, path: ["Livre Ier", "Article L. 12-1"], article: "L. 12-1", page: 12, rank: 2));

    public static Claim Exception => SomeAnswers.Claim("Toutefois, elle n'est pas due en cas de fraude.", ClaimKind.Exception, 1);

    public static Claim Table => SomeAnswers.Claim("", ClaimKind.Rule, 1) with
    {
        Table = new("Montants en euros", ["Année", "Montant"], [["2025", "44,10"], ["2026", "45,00"]], 1),
    };

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex("sceau=[A-Za-z0-9_-]+")]
    private static partial Regex Seal();
}
