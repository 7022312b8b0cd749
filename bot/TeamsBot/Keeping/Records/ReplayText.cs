using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Keeping.Records;

/// <summary>A recorded turn beside its second run, to read and as JSON.</summary>
internal static class ReplayText
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Json(TurnRecord before, TurnRecord now, ReplayDifferences differences) => JsonSerializer.Serialize(
        new
        {
            before.Turn,
            before.Day,
            before.Question,
            before.UnderstoodAs,
            Publication = new[] { before.Publication, now.Publication },
            before.WordsErased,
            Same = differences.IsNone,
            differences.Changed,
            Passages = new { differences.Passages.Gained, differences.Passages.Lost, differences.Moved },
            Claims = Sides(differences.Claims),
            Citations = Sides(differences.Citations),
            Verdicts = Sides(differences.Verdicts),
            Now = now,
        },
        Form) + "\n";

    public static string Of(TurnRecord before, TurnRecord now, ReplayDifferences differences, Language language)
    {
        var messages = Messages.In(language);
        var text = new StringBuilder()
            .AppendLine(messages.RecordLine(before.Day, before.Turn, Printable.Line(before.UnderstoodAs ?? before.Question)))
            .AppendLine(before.Publication == now.Publication ? messages.ReplayPublicationSame(now.Publication) : messages.ReplayPublicationMoved(before.Publication, now.Publication));
        if (before.WordsErased)
            text.AppendLine(messages.ReplayWordsErased);
        if (differences.IsNone)
            return text.AppendLine(messages.ReplaySame).ToString();

        foreach (var value in differences.Changed)
            text.AppendLine(messages.ReplayChanged(value.What, Shown(value.Before), Shown(value.Now)));
        Append(text, messages.ReplayPassages, differences.Passages, PlaceOf);
        foreach (var moved in differences.Moved)
            text.Append("  ").AppendLine(messages.ReplayMoved(moved.From, moved.Passage.Rank, PlaceOf(moved.Passage)));
        Append(text, messages.ReplayClaims, differences.Claims, claim => claim);
        Append(text, messages.ReplayCitations, differences.Citations, citation => $"[{citation.Number}] {citation.Document} p. {citation.Pages[0]} : {citation.Quote}");
        Append(text, messages.ReplayVerdicts, differences.Verdicts, check => $"({(check.Flaw is { } flaw ? AnswerJson.Kebab(flaw) : "ok")}) {check.Text}");
        return text.ToString();
    }

    private static object Sides<T>(Difference<T> difference) => new { difference.Gained, difference.Lost };

    private static void Append<T>(StringBuilder text, string title, Difference<T> difference, Func<T, string> line)
    {
        if (difference.IsNone)
            return;
        text.AppendLine(title);
        foreach (var lost in difference.Lost)
            text.Append("  - ").AppendLine(Printable.Line(line(lost)));
        foreach (var gained in difference.Gained)
            text.Append("  + ").AppendLine(Printable.Line(line(gained)));
    }

    private static string PlaceOf(RecordedPassage passage) => string.Create(
        CultureInfo.InvariantCulture, $"{passage.Rank}. {passage.Document} {passage.Article} p. {Pages(passage.Words)} ({passage.Score})");

    private static string Pages(ImmutableArray<ImmutableArray<int>> words) => string.Join(", ", words.Select(range => range[0].ToString(CultureInfo.InvariantCulture)).Distinct());

    private static string Shown(string value) => value.Length == 0 ? "–" : Printable.Line(value);
}
