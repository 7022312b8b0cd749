using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Sectioning;

/// <summary>Finds the code that a document's articles belong to: the one its title, its covers or its running lines name.</summary>
internal static class CodeFinder
{
    /// <summary>As in article keys; empty when the document has no articles or names no code as its own.</summary>
    internal static string Find(ReadDocument document, ImmutableArray<Section> sections, string title)
    {
        if (sections.All(section => section.Article is null))
            return "";
        var fromTitle = OwnCode(title, abbreviations: true);
        if (fromTitle.Length > 0)
            return fromTitle;

        var coded = sections.Any(section => section.Kind == SectionKind.Article && section.Article is [>= 'A' and <= 'Z', ..]);
        var printed = sections.Where(section => section.Kind == SectionKind.Front).SelectMany(section => section.Blocks.Prepend(section.Heading))
            .OfType<Block>().Select(block => block.Text)
            .Concat(document.Blocks.Where(block => block.Kind is BlockKind.Header or BlockKind.Footer).Select(block => block.Text).Distinct())
            .Concat(sections.Where(section => section.Level == 1 && section.Kind != SectionKind.Contents).Select(section => section.Heading?.Text ?? ""));
        return coded ? printed.Select(text => OwnCode(text, abbreviations: false)).FirstOrDefault(code => code.Length > 0, "") : "";
    }

    // "Code de la sécurité sociale - Livre VIII" names itself; "pris pour l'application de l'article L. 1 du code…" names another,
    // and so does whatever a title mentions after its own name.
    private static string OwnCode(string text, bool abbreviations)
    {
        const int nearStart = 40;
        var references = ArticleReferences.Find(text);
        foreach (var mention in LegalCodes.Find(text))
        {
            var cited = references.Any(reference => reference.End <= mention.Start && reference.Key.Code == mention.Code);
            if (!cited && mention.Start <= nearStart && (!mention.Abbreviated || abbreviations))
                return mention.Code;
        }

        return "";
    }
}
