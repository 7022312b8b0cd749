using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Ingestion.Sectioning;

/// <summary>A section while its blocks are being gathered.</summary>
internal sealed class SectionDraft(SectionKind kind, HeadingLine? line, SectionDraft? parent)
{
    internal SectionKind Kind { get; } = kind;
    internal HeadingLine? Line { get; } = line;
    internal SectionDraft? Parent { get; } = parent;
    internal int Level { get; } = kind == SectionKind.Front ? 0 : (parent?.Level ?? 0) + 1;
    internal List<Block> Blocks { get; } = [];

    /// <summary>Articles do not nest, except what an annex holds: its own number is replaced by the article's.</summary>
    internal string? Article => Kind == SectionKind.Article ? Line?.Mark?.Printed : Parent?.Article;

    internal bool IsInArticle => Kind == SectionKind.Article || Parent is { IsInArticle: true };

    internal IEnumerable<string> Path => Kind == SectionKind.Front || Line is null ? [] : [.. Parent?.Path ?? [], Line.Block.Text.TrimEnd(' ', '\u00A0', ':', '-', '–', '—')];

    internal Section Finish() => new()
    {
        Kind = Kind,
        Level = Level,
        Path = [.. Path],
        Article = Article,
        Heading = Line?.Block,
        Blocks = [.. Blocks],
    };
}
