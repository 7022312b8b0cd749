using System.Collections.Immutable;
using System.Globalization;
using AgentHelpdesk.BotProtocol.Activities;

namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>The citations that the channel takes: those whose [n] stands in the text, each n once, none too long, none without a name.</summary>
internal static class CitationFitting
{
    /// <summary>An address longer than browsers and the channel take leads nowhere.</summary>
    private const int MaxUrl = 2_000;

    public static ImmutableArray<CitedSource> Fit(IEnumerable<CitedSource> citations, string text) =>
        [.. citations.Where(source => text.Contains(string.Create(CultureInfo.InvariantCulture, $"[{source.Position}]"), StringComparison.Ordinal))
            .DistinctBy(source => source.Position)
            .Select(Fit).OfType<CitedSource>()
            .OrderBy(source => source.Position)
            .Take(CitedSource.MaxCount)];

    private static CitedSource? Fit(CitedSource source)
    {
        var (name, passage) = (TextCut.Line(source.Name, CitedSource.MaxName), TextCut.Line(source.Abstract, CitedSource.MaxAbstract));
        if (name.Length == 0 && passage.Length == 0)
            return null;
        return source with
        {
            Name = name.Length > 0 ? name : TextCut.Line(passage, CitedSource.MaxName),
            Abstract = passage.Length > 0 ? passage : name,
            Url = source.Url?.Length <= MaxUrl && Uri.TryCreate(source.Url, UriKind.Absolute, out var uri) && uri.Scheme is ("https" or "http") ? source.Url : null,
        };
    }
}
