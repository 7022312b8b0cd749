using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using Microsoft.AspNetCore.WebUtilities;

namespace AgentHelpdesk.TeamsBot.Passages;

/// <summary>The address of words of a revision, as asked on a date: "/passages/…?mots=12.40-58,13.0-12&amp;au=2026-11-24".</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Words">In reading order; never empty.</param>
/// <param name="AsOf">The date asked; null: today.</param>
/// <param name="IsOnlyNear">Near to a question, not quoted by an answer: nothing is marked.</param>
internal sealed record PassageLink(RevisionId Revision, ImmutableArray<WordRange> Words, AsOf? AsOf, bool IsOnlyNear)
{
    public const string Route = "/passages/{revision}";

    /// <summary>A quote is a few lines; more ranges than these are no quote but an attempt to make the host work.</summary>
    public const int MaxRanges = 64;

    /// <summary>No page of paper has so many words.</summary>
    private const int MaxWord = 1_000_000;

    private const string Root = "/passages";

    public static string To(Locator locator, AsOf asOf, bool isOnlyNear = false) => new PassageLink(locator.Revision, locator.Words, asOf, isOnlyNear).Under(Root);

    /// <summary>The one way to write this link below <paramref name="root"/>.</summary>
    public string Under(string root)
    {
        var address = new StringBuilder(root).Append('/').Append(Revision.Value).Append("?mots=");
        for (var i = 0; i < Math.Min(Words.Length, MaxRanges); i++)
        {
            var (page, first, count) = Words[i];
            address.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? "," : "")}{page}.{first}-{first + Math.Max(count, 1) - 1}");
        }

        return address.Append(AsOf is { } asOf ? "&au=" + PeriodText.Iso(asOf) : "").Append(IsOnlyNear ? "&proche=1" : "").ToString();
    }

    /// <summary>Reads what <see cref="To"/> wrote; null for anything else.</summary>
    public static PassageLink? OfAddress(string address)
    {
        var mark = address.IndexOf('?', StringComparison.Ordinal);
        if (mark < 0 || !address.StartsWith(Root + "/", StringComparison.Ordinal))
            return null;
        var query = QueryHelpers.ParseQuery(address[mark..]);
        return Parse(address[(Root.Length + 1)..mark], query.GetValueOrDefault("mots"), query.GetValueOrDefault("au"), query.GetValueOrDefault("proche"));
    }

    /// <summary>Null for anything but an address written by <see cref="To"/>.</summary>
    public static PassageLink? Parse(string? revision, string? words, string? date, string? near)
    {
        if (!RevisionId.TryParse(revision, out var id) || words is not { Length: > 0 and <= MaxRanges * 24 })
            return null;
        AsOf? asOf = null;
        if (!string.IsNullOrEmpty(date))
        {
            if (!PeriodText.TryParse(date, out var period))
                return null;
            asOf = period;
        }

        var ranges = ImmutableArray.CreateBuilder<WordRange>();
        foreach (var range in words.Split(','))
        {
            if (ranges.Count == MaxRanges || Range(range) is not { } one)
                return null;
            ranges.Add(one);
        }

        return new(id, ranges.ToImmutable(), asOf, near == "1");
    }

    private static WordRange? Range(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dot > 0 && dash > dot && Number(text[..dot]) is { } page and > 0 && Number(text[(dot + 1)..dash]) is { } first && Number(text[(dash + 1)..]) is { } last && first <= last
            ? new(page, first, last - first + 1)
            : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MaxWord ? number : null;
}
