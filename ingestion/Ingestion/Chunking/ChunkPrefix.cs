using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Ingestion.Chunking;

/// <summary>What is indexed in front of a chunk: the document's title, then the last headings, the article's among them.</summary>
internal sealed class ChunkPrefix(ChunkingOptions options, string title)
{
    internal string Of(SectionNode node)
    {
        var lineage = node.Lineage.Where(ancestor => ancestor.Section is { Heading: not null, Kind: not SectionKind.Front }).ToList();
        var kept = lineage.Take(options.PrefixHeadings).ToList();
        if (lineage.Find(ancestor => ancestor.Section.Kind == SectionKind.Article) is { } article && kept.Count > 0 && !kept.Contains(article))
            kept[^1] = article;
        kept.Reverse();
        return string.Join('\n', [.. Titles(node.Lineage.Last()), .. kept.Select(ancestor => Short(ancestor.Section.Heading?.Text ?? ""))]);
    }

    // The printed title says what a file's name or a short entry in metadata does not.
    private IEnumerable<string> Titles(SectionNode root)
    {
        yield return title.Trim();
        if (root.Section.Heading is { } printed && !PlainLetters.Bare(title).Contains(PlainLetters.Bare(printed.Text), StringComparison.Ordinal))
            yield return Short(printed.Text);
    }

    private string Short(string heading)
    {
        var words = heading.Split(' ', options.PrefixHeadingWords + 1);
        return words.Length > options.PrefixHeadingWords ? string.Join(' ', words[..options.PrefixHeadingWords]) + " …" : heading;
    }
}
