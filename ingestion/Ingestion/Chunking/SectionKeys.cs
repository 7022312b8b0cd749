using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Chunking;

/// <summary>The keys under which an exact reference finds a section's chunks.</summary>
internal static class SectionKeys
{
    internal static ImmutableArray<ArticleKey> Of(SectionNode section, string code)
    {
        var numbers = section.Lineage
            .Where(node => node.Section.Kind is SectionKind.Article or SectionKind.Annex && node.Section.Heading is not null)
            .SelectMany(node => Numbers(node.Section))
            .Distinct();
        return [.. numbers.SelectMany(number => code.Length == 0 ? [new ArticleKey("", number)] : new ArticleKey[] { new("", number), new(code, number) })];
    }

    // "Articles R. 123-1 à R. 123-3 (abrogés)" is found under each number it prints.
    private static IEnumerable<string> Numbers(Section section)
    {
        if (section.Article is { } article && ArticleNumber.TryNormalize(article, out var own))
            yield return own;
        foreach (var reference in ArticleReferences.Find(section.Heading?.Text ?? ""))
        {
            if (reference.Key.Code.Length == 0)
                yield return reference.Key.Number;
        }
    }
}
