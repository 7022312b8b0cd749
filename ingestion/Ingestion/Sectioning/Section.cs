using System.Collections.Immutable;
using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Ingestion.Sectioning;

public enum SectionKind
{
    /// <summary>The text before the first heading, or of a document without any.</summary>
    Front,

    /// <summary>Partie, Livre, Titre, Chapitre, Section, Sous-section, Paragraphe.</summary>
    Division,
    Article,
    Annex,

    /// <summary>A numbered heading: 1.2.3, I, A, 1°, a).</summary>
    Numbered,

    /// <summary>A heading without number.</summary>
    Plain,

    /// <summary>A table of contents: no part of what answers.</summary>
    Contents,
}

/// <summary>A node of the document's own outline with the blocks that stand directly under it.</summary>
public sealed record Section
{
    public required SectionKind Kind { get; init; }

    /// <summary>Depth in the outline, from 1; 0 for <see cref="SectionKind.Front"/>.</summary>
    public required int Level { get; init; }

    /// <summary>The headings from the root to this section, its own included; empty for <see cref="SectionKind.Front"/>.</summary>
    public required ImmutableArray<string> Path { get; init; }

    /// <summary>The enclosing article as printed ("L. 512-1"), also inside its numbered parts; null outside articles.</summary>
    public string? Article { get; init; }

    /// <summary>The heading's own block; null for <see cref="SectionKind.Front"/>.</summary>
    public Block? Heading { get; init; }

    /// <summary>In reading order, without headings, running headers and footers.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }
}

/// <summary>A document's outline: the sections in reading order; the tree is in their paths and levels.</summary>
/// <param name="Sections">In reading order.</param>
/// <param name="Code">The code the articles belong to, as in article keys ("css"); empty when the document names none.</param>
public sealed record Outline(ImmutableArray<Section> Sections, string Code);
