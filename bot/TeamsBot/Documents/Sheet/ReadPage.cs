using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Documents.Sheet;

/// <summary>What was read from one page, to be compared with the page itself.</summary>
public sealed record ReadPage
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    public required int Pages { get; init; }

    /// <summary>Opens the PDF at this page.</summary>
    public required string PdfUrl { get; init; }

    /// <summary>The chunks that hold words of the page, in order.</summary>
    public required ImmutableArray<ReadChunk> Chunks { get; init; }

    /// <summary>The addresses of the pages before and after; null at either end.</summary>
    public required string? Previous { get; init; }
    public required string? Next { get; init; }
}

/// <param name="Path">The headings from the root to the section.</param>
/// <param name="Parts">Paragraphs and the rows of tables.</param>
public sealed record ReadChunk(ImmutableArray<string> Path, ImmutableArray<ReadPart> Parts)
{
    internal static ReadChunk Of(Chunk chunk)
    {
        var parts = ImmutableArray.CreateBuilder<ReadPart>();
        foreach (var part in chunk.Parts)
        {
            if (part.Kind is ChunkPartKind.TableHeader or ChunkPartKind.TableRow && part.Cells.Length > 0)
            {
                var row = new ReadRow(part.Kind == ChunkPartKind.TableHeader, [.. part.Cells.Select(cell => Text(chunk, cell))]);
                if (parts.Count > 0 && parts[^1] is { Rows.Length: > 0 } table && table.Group == part.Group)
                    parts[^1] = table with { Rows = table.Rows.Add(row) };
                else
                    parts.Add(new(part.Kind, part.Group, "", [row]));
            }
            else
            {
                parts.Add(new(part.Kind, part.Group, Text(chunk, part.Range), []));
            }
        }

        return new([.. chunk.Locator.SectionPath.Select(Printable.Line)], parts.Count > 0 ? parts.ToImmutable() : [new(ChunkPartKind.Paragraph, 0, Printable.Lines(chunk.Text), [])]);
    }

    private static string Text(Chunk chunk, TextRange range) => Printable.Lines(chunk.Text.Substring(range.Start, range.Length));
}

/// <param name="Kind">What it is on the page.</param>
/// <param name="Group">Rows of one table share it.</param>
/// <param name="Text">Empty for a table.</param>
/// <param name="Rows">Empty for anything but a table.</param>
public sealed record ReadPart(ChunkPartKind Kind, int Group, string Text, ImmutableArray<ReadRow> Rows);

public sealed record ReadRow(bool IsHeader, ImmutableArray<string> Cells);
