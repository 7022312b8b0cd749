using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Teams.Speaking;

/// <summary>What the [n] of a text lead to, within the channel's limits. Only those that stand in the text: one more makes the channel refuse it.</summary>
internal static partial class CitedSources
{
    public static ImmutableArray<CitedSource> Of(string text, AnswerView.Grounded view, PublicLinks links)
    {
        var messages = Messages.In(view.Language);
        var standing = Mark().Matches(text).Select(mark => int.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToHashSet();
        return [.. view.Sources.SelectMany(place => place.Sources)
            .Where(source => standing.Contains(source.Number))
            .DistinctBy(source => source.Number)
            .OrderBy(source => source.Number)
            .Take(CitedSource.MaxCount)
            .Select(source => new CitedSource(source.Number, NameOf(source), AbstractOf(source, messages), links.Of(source)))];
    }

    private static string NameOf(SourceView source) =>
        Clipped(source.Sample is { } sample ? $"{Clipped(source.Title, CitedSource.MaxName - sample.Length - 3)} ({sample})" : source.Title, CitedSource.MaxName);

    // Where it stands comes first: the quote is what may be cut.
    private static string AbstractOf(SourceView source, Messages messages)
    {
        var place = source.Path.IsEmpty ? source.Pages : $"{Clipped(source.Path[^1], 60)}, {source.Pages}";
        var quote = CitedSource.MaxAbstract - place.Length - 3 - messages.Quoted("").Length;
        return Clipped($"{place} : {messages.Quoted(Clipped(Printable.Line(source.Quote), quote))}", CitedSource.MaxAbstract);
    }

    private static string Clipped(string text, int length) => text.Length <= length ? text : Printable.Shorten(text, length - 2);

    [GeneratedRegex(@"\[(\d{1,3})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
