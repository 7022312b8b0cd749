using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Ingestion.Reading.Layout;

/// <summary>What a page shows, before any order is known: words, lines and fills in the reading frame.</summary>
internal sealed class PageContent
{
    public required int Number { get; init; }

    public required ReadingFrame Frame { get; init; }

    public required IReadOnlyList<Word> Words { get; init; }

    public IReadOnlyList<Ruling> Rulings { get; init; } = [];

    /// <summary>Filled areas larger than a line: the ground of a frame, of a table's header.</summary>
    public IReadOnlyList<Box> Fills { get; init; } = [];

    /// <summary>Small filled shapes, as browsers draw the bullets of lists.</summary>
    public IReadOnlyList<Box> Bullets { get; init; } = [];

    public bool HasImages { get; init; }
}
